#!/usr/bin/env python3
"""Writes the downloads of an invented partner, Relecloud, and of a new one beside it.

    python3 Examples/make_partner.py              # writes Examples/partner, Examples/new-partner, Examples/expected.csv
    python3 Examples/make_partner.py --output DIR # somewhere else, for example to compare

The same bytes come out every time: there is no clock and no chance in it. `CUSTOMERS` below says what each
customer teaches. A series is written as its turning points, `month:value`; between two of them the values
run in a straight line (money and users waver a little). `?` is an empty cell. The `expect` lines are what
the author of the data wanted to show, written down before any run, and become expected.csv.
"""

import argparse
import csv
import io
import pathlib
import uuid
import zlib
from decimal import Decimal

FIRST, LAST = "2023-08", "2025-10"
CSP1, CSP2 = "Cloud Solution Provider (CSP) Tier 1", "Cloud Solution Provider (CSP) Tier 2"
CPOR, DPOR, PAL = "Claiming Partner of Record (CPOR)", "Digital Partner of Record (DPOR)", "Partner Admin Link (PAL)"
PARTNER, PARTNER_ID = "Relecloud", "6096114"
ENTERPRISES = ["Wide World Importers", "Humongous Insurance", "Woodgrove Bank", "Parnell Aerospace", "Boulder Innovations",
               "Tailwind Traders"]  # CustomerSegment; all others are SMB

# ServiceLevel2: what stands beside it in the other columns of the Azure download
SERVICES = {
    "App Service": ("Web", "Premium v3 Plan", "P1 v3 App", "1 Hour"),
    "Azure Defender": ("Security", "Standard", "Standard Node", "1 Hour"),
    "Azure OpenAI": ("AI + Machine Learning", "GPT", "Input Tokens", "1K"),
    "Backup": ("Storage", "Protected Instances", "Standard", "1/Month"),
    "Cosmos DB": ("Databases", "Provisioned", "100 RU/s", "1 Hour"),
    "Data Factory": ("Analytics", "Orchestration", "Activity Runs", "1K"),
    "Functions": ("Compute", "Premium", "vCPU Duration", "1 Hour"),
    "Kubernetes": ("Containers", "Standard", "Uptime SLA", "1 Hour"),
    "Microsoft Defender for Cloud": ("Security", "Standard", "Standard Node", "1 Hour"),
    "SQL Database": ("Databases", "General Purpose", "vCore", "1 Hour"),
    "Storage": ("Storage", "Blob Storage", "Hot LRS Data Stored", "1 GB/Month"),
    "Virtual Machines": ("Compute", "Dsv5 Series", "D4s v5", "1 Hour"),
    "Virtual Machine Licenses": ("Compute", "Windows Server", "4 vCPU", "1 Hour"),
}

AZURE_HEADER = """PGAMpnID SubscriptionId SubscriptionStartDate SubscriptionEndDate FirstUseDate SubscriptionState Month
    ServiceLevel1 ServiceLevel2 ServiceLevel3 ServiceLevel4 ServiceGroup2 ServiceGroup3 ServiceInfluencer ComputeOS
    ComputeCoreSoftware UsageUnits UsageQuantity CustomerName CustomerTenantId CustomerTpid CustomerSegment
    CustomerMarket MPNID PartnerName PartnerLocation PartnerAttributionType SalesChannel EnrollmentNumber
    IsACRDuplicateAtPGALevel ResellerID ResellerName IndustryName VerticalName EOU AdminType AssociationType
    ACR_USD""".split()
OFFICE_HEADER = """PGAPartnerID CustomerTenantId CustomerTpid WorkloadName Month PaidAvailableUnits MonthlyActiveUsers
    CustomerName CustomerMarket CustomerSegment IndustryName VerticalName EOU PartnerID PartnerName PartnerLocation
    PartnerAttributionType IsDuplicateRowForPGA""".split()
CPOR_HEADER = """CustomerTenantId CustomerName WorkloadName MonthlyActiveUsers PaidAvailableUnits ClaimId MpnId
    DateAssociated PartnerAttributionType Date""".split()
ASSOCIATIONS_HEADER = "CustomerTenantId PartnerAttributionType DateAssociated WorkloadName".split()

AZ_NET, AZ_DEPLOY, AZ_GROWTH = (
    "azure net-customer-adds/net-qualified-tenants", "azure deployments/workloads", "azure usage-growth/usage-growth")
SMB_SEATS, ENT_SEATS = "modern-work-smb paid-available-units", "modern-work-enterprise paid-available-units"
SMB_NET, ENT_NET = (f"modern-work-{track} net-customer-adds/net-qualified-tenants" for track in ("smb", "enterprise"))
SMB_CPOR, SMB_CSP = "modern-work-smb deployments/cpor", "modern-work-smb deployments/csp"
ENT_CPOR, ENT_DPOR = "modern-work-enterprise deployments/cpor", "modern-work-enterprise deployments/dpor"
SMB_GROWTH_CPOR, SMB_GROWTH_CSP = "modern-work-smb usage-growth/cpor", "modern-work-smb usage-growth/csp"
ENT_GROWTH_CPOR, ENT_GROWTH_DPOR = "modern-work-enterprise usage-growth/cpor", "modern-work-enterprise usage-growth/dpor"


# What a customer is made of. `tenant` is 1, 2, 3 ... within the customer.

def azure(tenant, service, association, acr, duplicate=False):
    return "azure", tenant, service, association, acr, duplicate

def office(tenant, workload, association, seats, users):
    return "office", tenant, workload, association, seats, users

def claim(tenant, workload, began):
    """A CPOR claim: its date stands in the CPOR-M365 download."""
    return "claim", tenant, workload, began

def association(tenant, name, began, workload=""):
    """A line of the partner's own list."""
    return "association", tenant, name, began, workload

def expect(node, outcome, change="", current=""):
    """outcome: met, fails, no-data or gate. change: growth, decline, same or nothing."""
    return "expect", node, outcome, change, str(current)


CUSTOMERS = [
    ("Contoso Ltd", "three tenants qualify, but two did a year ago: one net add (complaint 1). All of Azure and SMB is met", [
        azure(1, "SQL Database", PAL, "2023-08:3100 2024-10:5200 2025-10:6840.25"),
        azure(1, "App Service", PAL, "2024-02:300 2024-10:450 2025-10:512.75"),
        azure(2, "Storage", CSP1, "2023-08:1700 2024-10:2100 2025-10:2450"),
        azure(3, "Kubernetes", CSP1, "2025-03:350 2025-09:1240.50 2025-10:1310"),
        office(1, "Exchange", CSP1, "2023-08:90 2024-10:100 2025-10:140", "2023-08:22 2024-10:30 2025-10:70"),
        office(3, "Teams", CSP1, "2025-04:25 2025-10:25", "2025-04:4 2025-10:18"),
        expect(AZ_NET, "met", "growth", 1), expect(AZ_DEPLOY, "met", "", 4), expect(AZ_GROWTH, "met", "growth", "43.39"),
        expect(SMB_SEATS, "met", "", 140), expect(SMB_NET, "met", "growth", 1), expect(SMB_CPOR, "fails", "same", 0),
        expect(SMB_CSP, "met", "growth", 2), expect(SMB_GROWTH_CPOR, "fails", "same", 0),
        expect(SMB_GROWTH_CSP, "met", "growth", 58),
        expect("modern-work-enterprise partner-association-type", "fails"), expect(ENT_SEATS, "gate")]),

    ("Fabrikam, Inc.", "1,150 USD in 2025-09 alone, nothing in 2025-10: still an add, because one of two months is enough", [
        azure(1, "Functions", CSP1, "2024-06:480 2024-10:610 2025-08:930 2025-09:1150"),
        expect(AZ_NET, "met", "growth", 1), expect(AZ_DEPLOY, "met", "", 1), expect(AZ_GROWTH, "fails", "decline", "-100.00")]),

    ("Northwind Traders", "exactly 1,000.00 USD is enough; 999.99 the month before was not", [
        azure(1, "App Service", PAL, "2023-08:420 2024-10:655.20 2025-09:999.99 2025-10:1000"),
        expect(AZ_NET, "met", "growth", 1), expect(AZ_GROWTH, "met", "growth", "52.63")]),

    ("Tailspin Toys", "999.99 USD: one cent short of an add", [
        azure(1, "App Service", PAL, "2023-08:510 2024-10:610.50 2025-09:987.40 2025-10:999.99"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_GROWTH, "met", "growth", "63.80")]),

    ("Wide World Importers", "a lost tenant: the net is -1 although the customer as a whole grows", [
        azure(1, "SQL Database", DPOR, "2023-08:2200 2024-10:3000 2025-10:5200"),
        azure(2, "Storage", DPOR, "2023-08:1500 2024-10:1400 2025-02:310"),
        expect(AZ_NET, "fails", "decline", -1), expect(AZ_DEPLOY, "met", "", 2),
        expect(AZ_GROWTH, "met", "growth", "18.18")]),

    ("Adventure Works Cycles", "no change: the same tenant, the same 2,400.00 USD as a year ago", [
        azure(1, "SQL Database", CSP1, "2023-08:2350 2024-10:2400 2025-10:2400"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "met", "", 1), expect(AZ_GROWTH, "fails", "same", "0.00")]),

    ("A. Datum Corporation", "virtual machines and their licenses only: consumption, but no deployment", [
        azure(1, "Virtual Machines", PAL, "2023-08:1200 2024-10:1500 2025-10:1740"),
        azure(1, "Virtual Machine Licenses", PAL, "2024-03:80 2024-10:90 2025-10:96"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "fails", "", 0), expect(AZ_GROWTH, "met", "growth", "15.47")]),

    ("Litware, Inc.", "a credit note of 400 USD makes 1,250 USD into 850", [
        azure(1, "Data Factory", CSP2, "2023-08:700 2024-10:900 2025-09:980 2025-10:1250"),
        azure(1, "Data Factory", CSP2, "2025-10:-400"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "met", "", 1),
        expect(AZ_GROWTH, "fails", "decline", "-5.56")]),

    ("Proseware, Inc.", "Azure Defender became Microsoft Defender for Cloud in 2025-04: one service, not two", [
        azure(1, "Virtual Machines", PAL, "2023-08:600 2024-10:620 2025-10:640"),
        azure(1, "Azure Defender", PAL, "2023-08:120 2024-10:150 2025-03:160"),
        azure(1, "Microsoft Defender for Cloud", PAL, "2025-04:165 2025-10:190"),
        expect("azure workloads", "met", "", "Microsoft Defender for Cloud;Virtual Machines"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "met", "", 1), expect(AZ_GROWTH, "met", "growth", "7.79")]),

    ("Fourth Coffee", "growth from nothing: met, but no percentage exists", [
        azure(1, "Storage", PAL, "2025-06:5 2025-10:120"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "met", "", 1), expect(AZ_GROWTH, "met", "growth")]),

    ("Graphic Design Institute", "the wrong associations: CPOR does not count for Azure, PAL not for Modern Work (complaints 7, 8)", [
        azure(1, "Storage", CPOR, "2023-08:1800 2024-10:2000 2025-10:2600"),
        office(1, "Teams", PAL, "2023-08:60 2025-10:60", "2023-08:20 2024-10:25 2025-10:40"),
        expect("azure workloads", "met", "", "Storage"), expect("azure partner-association-type", "fails"),
        expect(AZ_NET, "gate", "same", 0), expect(AZ_DEPLOY, "gate", "", 0), expect(AZ_GROWTH, "gate", "same"),
        expect("modern-work-smb workloads", "met", "", "Teams"),
        expect("modern-work-smb partner-association-type", "fails"), expect(SMB_SEATS, "gate"),
        expect(SMB_NET, "gate", "same", 0), expect(ENT_NET, "gate", "same", 0)]),

    ("Humongous Insurance", "an empty ACR cell in 2025-10 is unknown, not zero: no data, and no verdict", [
        azure(1, "Storage", PAL, "2024-06:300 2024-10:520 2025-09:870 2025-10:?"),
        expect(AZ_NET, "no-data"), expect(AZ_DEPLOY, "met", "", 1), expect(AZ_GROWTH, "no-data")]),

    ("Lucerne Publishing", "its only service that would count has an empty ACR cell: no data on deployments", [
        azure(1, "Virtual Machines", CSP1, "2023-08:1300 2024-10:1500 2025-10:1600"),
        azure(1, "Cosmos DB", CSP1, "2025-10:?"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "no-data"), expect(AZ_GROWTH, "no-data")]),

    ("Margie's Travel", "each row is listed a second time, flagged as a duplicate: 610 USD, not 1,220", [
        azure(1, "Azure OpenAI", PAL, "2024-05:350 2024-10:480 2025-10:610"),
        azure(1, "Azure OpenAI", CSP2, "2024-05:350 2024-10:480 2025-10:610", duplicate=True),
        expect("azure partner-association-type", "met", "", "PAL"),
        expect(AZ_NET, "fails", "same", 0), expect(AZ_GROWTH, "met", "growth", "27.08")]),

    ("Southridge Video", "left a year ago: the first gate is closed, everything else stands behind it", [
        azure(1, "Backup", PAL, "2023-08:1500 2024-10:1300"),
        expect("azure workloads", "fails"), expect("azure partner-association-type", "gate"),
        expect(AZ_NET, "gate", "decline", -1), expect(AZ_DEPLOY, "gate", "", 0), expect(AZ_GROWTH, "gate", "decline", "-100.00")]),

    ("Alpine Ski House", "10 seats are one too few", [
        office(1, "Exchange", CSP1, "2023-08:8 2024-10:9 2025-10:10", "2023-08:5 2024-10:6 2025-10:7"),
        expect("modern-work-smb workloads", "met", "", "Exchange Online"), expect(SMB_SEATS, "fails", "", 10),
        expect(SMB_NET, "gate", "same", 0), expect(SMB_CSP, "gate", "same", 0), expect(SMB_GROWTH_CSP, "gate", "same", 0)]),

    ("Coho Vineyard", "11 seats since April, 10 before: an add", [
        office(1, "Exchange", CSP1, "2023-08:10 2025-03:10 2025-04:11 2025-10:11", "2023-08:3 2024-10:3 2025-10:5"),
        expect(SMB_SEATS, "met", "", 11), expect(SMB_NET, "met", "growth", 1), expect(SMB_CSP, "met", "growth", 1),
        expect(SMB_GROWTH_CSP, "met", "growth", 5)]),

    ("Coho Winery", "300 seats are still SMB, and not yet Enterprise", [
        office(1, "Exchange", CPOR, "2023-08:280 2024-10:290 2025-10:300", "2023-08:150 2024-10:160 2025-10:172"),
        claim(1, "Exchange", "2023-06-15"),
        expect(SMB_SEATS, "met", "", 300), expect(SMB_NET, "fails", "same", 0), expect(SMB_CPOR, "fails", "same", 0),
        expect(SMB_GROWTH_CPOR, "met", "growth", 12), expect(ENT_SEATS, "fails", "", 300), expect(ENT_NET, "gate", "same", 0)]),

    ("Trey Research", "301 seats in 2025-10, 300 before: lost for SMB, won for Enterprise, in one month", [
        office(1, "Exchange", CPOR, "2023-08:270 2024-10:300 2025-09:300 2025-10:301", "2023-08:130 2024-10:160 2025-10:170"),
        claim(1, "Exchange", "2023-05-10"),
        expect(SMB_SEATS, "fails", "", 301), expect(SMB_NET, "gate", "decline", -1), expect(SMB_CPOR, "gate", "decline", -1),
        expect(SMB_GROWTH_CPOR, "gate", "decline", -160), expect(ENT_SEATS, "met", "", 301),
        expect(ENT_NET, "met", "growth", 1), expect(ENT_CPOR, "met", "growth", 1), expect(ENT_GROWTH_CPOR, "met", "growth", 170)]),

    ("School of Fine Art", "8 active users of 20 seats are exactly 40%: enough", [
        office(1, "Teams", CSP1, "2023-08:20 2025-10:20", "2023-08:5 2024-10:7 2025-10:8"),
        expect(SMB_SEATS, "met", "", 20), expect(SMB_CSP, "met", "growth", 1), expect(SMB_GROWTH_CSP, "met", "growth", 1)]),

    ("City Power & Light", "8 active users of 21 seats are 38.1%: not enough, whatever the 18 assigned seats say (complaint 5)", [
        office(1, "Teams", CSP1, "2023-08:21 2025-10:21", "2023-08:6 2024-10:7 2025-10:8"),
        expect(SMB_SEATS, "met", "", 21), expect(SMB_CSP, "fails", "same", 0), expect(SMB_GROWTH_CSP, "met", "growth", 1)]),

    ("Woodgrove Bank", "all of Enterprise under DPOR; the date of the new tenant is in the partner's own list", [
        office(1, "Exchange", DPOR, "2023-08:800 2024-10:850 2025-10:900", "2023-08:200 2024-10:300 2025-10:540"),
        office(2, "Teams", DPOR, "2025-02:350 2025-10:420", "2025-02:20 2025-10:210"),
        association(1, DPOR, "2022-11-01"), association(2, DPOR, "2025-02-03"),
        expect(ENT_SEATS, "met", "", 900), expect(ENT_NET, "met", "growth", 1), expect(ENT_CPOR, "fails", "same", 0),
        expect(ENT_DPOR, "met", "growth", 2), expect(ENT_GROWTH_CPOR, "fails", "same", 0),
        expect(ENT_GROWTH_DPOR, "met", "growth", 430), expect("modern-work-smb partner-association-type", "fails")]),

    ("The Phone Company", "claimed in 2025-03 when 45% were active already: no deployment, but the growth since counts", [
        office(1, "Exchange", CPOR, "2025-03:120 2025-10:120", "2025-03:54 2025-10:61"),
        claim(1, "Exchange", "2025-03-12"),
        expect(SMB_NET, "met", "growth", 1), expect(SMB_CPOR, "fails", "same", 0), expect(SMB_GROWTH_CPOR, "met", "growth", 7)]),

    ("Blue Yonder Airlines", "claimed in 2025-01 when 20% were active, 52% now: a deployment", [
        office(1, "Teams", CPOR, "2025-01:100 2025-10:100", "2025-01:20 2025-10:52"),
        claim(1, "Teams", "2025-01-20"),
        expect(SMB_NET, "met", "growth", 1), expect(SMB_CPOR, "met", "growth", 1), expect(SMB_GROWTH_CPOR, "met", "growth", 32)]),

    ("Consolidated Messenger", "the same 160 seats under CSP Tier 1 and Tier 2: 160, not 320", [
        office(1, "Exchange", CSP1, "2023-08:150 2024-10:155 2025-10:160", "2023-08:70 2024-10:80 2025-10:95"),
        office(1, "Exchange", CSP2, "2023-08:150 2024-10:155 2025-10:160", "2023-08:70 2024-10:80 2025-10:95"),
        expect(SMB_SEATS, "met", "", 160), expect(SMB_NET, "fails", "same", 0), expect(SMB_CSP, "fails", "same", 0),
        expect(SMB_GROWTH_CSP, "met", "growth", 15)]),

    ("Wingtip Toys", "the same 200 seats under CPOR and CSP: a deployment and growth under each, 200 seats in all", [
        office(1, "ProPlus", CPOR, "2023-08:200 2025-10:200", "2023-08:60 2024-10:70 2025-10:110"),
        office(1, "ProPlus", CSP1, "2023-08:200 2025-10:200", "2023-08:60 2024-10:70 2025-10:110"),
        claim(1, "ProPlus", "2023-07-03"),
        expect(SMB_SEATS, "met", "", 200), expect(SMB_NET, "fails", "same", 0), expect(SMB_CPOR, "met", "growth", 1),
        expect(SMB_CSP, "met", "growth", 1), expect(SMB_GROWTH_CPOR, "met", "growth", 40),
        expect(SMB_GROWTH_CSP, "met", "growth", 40)]),

    ("Lamna Healthcare", "Yammer became Viva Engage in 2025-04: one workload, so 6 users more and not 30", [
        office(1, "Yammer", CSP1, "2023-08:45 2025-03:45", "2023-08:20 2024-10:24 2025-03:25"),
        office(1, "Viva Engage", CSP1, "2025-04:45 2025-10:45", "2025-04:26 2025-10:30"),
        expect("modern-work-smb workloads", "met", "", "Viva Engage"),
        expect(SMB_NET, "fails", "same", 0), expect(SMB_CSP, "fails", "same", 0), expect(SMB_GROWTH_CSP, "met", "growth", 6)]),

    ('Best For You Organics ("BFYO"), Inc.', "a name with a comma and quotes; and use that fell below 40%: in decline", [
        office(1, "Teams", CSP2, "2023-08:80 2025-10:80", "2023-08:44 2024-10:40 2025-10:31"),
        expect(SMB_NET, "fails", "same", 0), expect(SMB_CSP, "fails", "decline", -1),
        expect(SMB_GROWTH_CSP, "fails", "decline", -9)]),

    ("Nod Publishers", "an empty seats cell in 2025-10: no data at the gate, in both tracks", [
        office(1, "Exchange", CPOR, "2023-08:150 2024-10:160 2025-09:165 2025-10:?", "2023-08:70 2024-10:75 2025-10:80"),
        claim(1, "Exchange", "2023-06-01"),
        expect(SMB_SEATS, "no-data"), expect(SMB_NET, "gate"), expect(ENT_SEATS, "no-data"), expect(ENT_NET, "gate")]),

    ("VanArsdel, Ltd.", "an empty seats cell a year ago: nothing can be compared in SMB", [
        office(1, "Exchange", CSP1, "2023-08:90 2024-09:95 2024-10:? 2024-11:95 2025-10:100", "2023-08:40 2024-10:52 2025-10:50"),
        office(1, "Exchange", CPOR, "2023-08:90 2024-09:95 2024-10:? 2024-11:95 2025-10:100", "2023-08:40 2024-10:52 2025-10:50"),
        claim(1, "Exchange", "2023-06-10"),
        expect(SMB_SEATS, "met", "", 100), expect(SMB_NET, "no-data"), expect(SMB_CPOR, "no-data"),
        expect(SMB_CSP, "no-data"), expect(SMB_GROWTH_CPOR, "no-data"), expect(SMB_GROWTH_CSP, "no-data"),
        expect(ENT_SEATS, "fails", "", 100)]),

    ("Munson's Pickles and Preserves Farm", "the same in Enterprise", [
        office(1, "Exchange", DPOR, "2023-08:380 2024-09:395 2024-10:? 2024-11:396 2025-10:410", "2023-08:190 2024-10:210 2025-10:205"),
        office(1, "Exchange", CPOR, "2023-08:380 2024-09:395 2024-10:? 2024-11:396 2025-10:410", "2023-08:190 2024-10:210 2025-10:205"),
        claim(1, "Exchange", "2023-06-12"), association(1, DPOR, "2023-01-09"),
        expect(ENT_SEATS, "met", "", 410), expect(ENT_NET, "no-data"), expect(ENT_CPOR, "no-data"),
        expect(ENT_DPOR, "no-data"), expect(ENT_GROWTH_CPOR, "no-data"), expect(ENT_GROWTH_DPOR, "no-data"),
        expect(SMB_SEATS, "fails", "", 410)]),

    ("Bellows College", "520 active users of 400 paid seats: legal in education, where students count as users", [
        office(1, "Teams", DPOR, "2023-08:400 2025-10:400", "2023-08:470 2024-10:500 2025-10:520"),
        association(1, DPOR, "2021-08-16"),
        expect(ENT_SEATS, "met", "", 400), expect(ENT_NET, "fails", "same", 0), expect(ENT_DPOR, "fails", "same", 0),
        expect(ENT_GROWTH_DPOR, "met", "growth", 20)]),

    ("Liberty's Delightful Sinful Bakery & Cafe", "Skype and OneDrive only: rows, but no workload that counts", [
        office(1, "Skype for Business", CSP1, "2023-08:30 2025-10:30", "2023-08:22 2024-10:18 2025-10:9"),
        office(1, "OneDrive for Business", CSP1, "2023-08:30 2025-10:30", "2023-08:12 2024-10:15 2025-10:21"),
        expect("modern-work-smb workloads", "fails"), expect("modern-work-smb partner-association-type", "gate"),
        expect(SMB_SEATS, "gate"), expect(SMB_NET, "gate", "same", 0), expect("modern-work-enterprise workloads", "fails")]),

    ("Fincher Architects", "grew from 280 to 340 seats under CSP: too large for SMB, and CSP does not count for Enterprise", [
        office(1, "Teams", CSP1, "2023-08:260 2024-10:280 2025-10:340", "2023-08:120 2024-10:140 2025-10:200"),
        expect(SMB_SEATS, "fails", "", 340), expect(SMB_NET, "gate", "decline", -1), expect(SMB_CSP, "gate", "decline", -1),
        expect(SMB_GROWTH_CSP, "gate", "decline", -140), expect("modern-work-enterprise partner-association-type", "fails")]),

    ("Lakeshore Retail", "one of two tenants shrank from 330 to 295 seats: everything in decline in Enterprise, all new in SMB", [
        office(1, "Exchange", DPOR, "2023-08:330 2024-10:330 2025-10:310", "2023-08:190 2024-10:200 2025-10:150"),
        office(1, "Exchange", CPOR, "2023-08:330 2024-10:330 2025-10:310", "2023-08:190 2024-10:200 2025-10:150"),
        office(2, "Exchange", DPOR, "2023-08:340 2024-10:330 2025-03:295 2025-10:295", "2023-08:185 2024-10:180 2025-10:160"),
        office(2, "Exchange", CPOR, "2023-08:340 2024-10:330 2025-03:295 2025-10:295", "2023-08:185 2024-10:180 2025-10:160"),
        claim(1, "Exchange", "2023-02-01"), claim(2, "Exchange", "2023-02-01"),
        association(1, DPOR, "2022-05-20"), association(2, DPOR, "2022-05-20", "Exchange Online"),
        expect(ENT_SEATS, "met", "", 310), expect(ENT_NET, "fails", "decline", -1), expect(ENT_CPOR, "fails", "decline", -1),
        expect(ENT_DPOR, "fails", "decline", -1), expect(ENT_GROWTH_CPOR, "fails", "decline", -230),
        expect(ENT_GROWTH_DPOR, "fails", "decline", -230), expect(SMB_SEATS, "met", "", 295),
        expect(SMB_NET, "met", "growth", 1), expect(SMB_CPOR, "met", "growth", 1), expect(SMB_GROWTH_CPOR, "met", "growth", 160)]),

    ("Parnell Aerospace", "250 active users of 500 seats, a year ago and now: no change anywhere, though in active use", [
        office(1, "Exchange", DPOR, "2023-08:500 2025-10:500", "2023-08:240 2024-10:250 2025-10:250"),
        association(1, DPOR, "2023-03-01"),
        expect(ENT_SEATS, "met", "", 500), expect(ENT_NET, "fails", "same", 0), expect(ENT_CPOR, "fails", "same", 0),
        expect(ENT_DPOR, "fails", "same", 0), expect(ENT_GROWTH_CPOR, "fails", "same", 0),
        expect(ENT_GROWTH_DPOR, "fails", "same", 0)]),

    ("Boulder Innovations", "an old customer that passed 40%: no add, but a deployment and growth under CPOR", [
        office(1, "Exchange", CPOR, "2023-08:600 2025-10:600", "2023-08:170 2024-10:200 2025-10:300"),
        claim(1, "Exchange", "2022-09-05"),
        expect(ENT_SEATS, "met", "", 600), expect(ENT_NET, "fails", "same", 0), expect(ENT_CPOR, "met", "growth", 1),
        expect(ENT_DPOR, "fails", "same", 0), expect(ENT_GROWTH_CPOR, "met", "growth", 100)]),

    ("First Up Consultants", "one tenant fell from 60 to 30 active users, the other left: everything in decline under CPOR", [
        office(1, "Teams", CPOR, "2023-08:100 2025-10:100", "2023-08:58 2024-10:60 2025-10:30"),
        office(2, "Exchange", CPOR, "2023-08:50 2025-03:50", "2023-08:9 2024-10:10 2025-03:8"),
        claim(1, "Teams", "2023-04-04"), claim(2, "Exchange", "2023-04-04"),
        expect(SMB_NET, "fails", "decline", -1), expect(SMB_CPOR, "fails", "decline", -1),
        expect(SMB_GROWTH_CPOR, "fails", "decline", -40), expect(SMB_GROWTH_CSP, "fails", "same", 0)]),

    ("Tailwind Traders", "two new tenants, but one large tenant halved: adds met, growth in decline (complaint 3)", [
        azure(1, "SQL Database", PAL, "2023-08:40000 2024-10:48000 2025-06:46500 2025-07:21000 2025-10:20500"),
        azure(2, "App Service", PAL, "2025-02:900 2025-10:2600"),
        azure(3, "Storage", CSP1, "2025-05:1100 2025-10:1900"),
        expect(AZ_NET, "met", "growth", 2), expect(AZ_DEPLOY, "met", "", 3), expect(AZ_GROWTH, "fails", "decline", "-47.92")]),

    ("Baldwin Museum of Science", "CSP since 2025-02 by the partner's own list, 60% active at that time: no deployment; without the list it would be one", [
        office(1, "Teams", CSP1, "2025-02:100 2025-10:100", "2025-02:60 2025-10:66"),
        association(1, "CSP Tier 1", "2025-02-14"),
        expect(SMB_NET, "met", "growth", 1), expect(SMB_CSP, "fails", "same", 0), expect(SMB_GROWTH_CSP, "met", "growth", 6)]),
]


# A partner of half a year: other names, other files, other forms. Months 2025-05 to 2025-10 only.

NEW_CUSTOMERS = [
    ("Fabrikam Residences", "Azure of 1,800 USD: whether it is an add cannot be known without last year", [
        azure(1, "App Service", "PAL", "2025-05:900 2025-09:1700 2025-10:1800")]),
    ("Contoso Suites", "CSP with 40 seats: gates are met, comparisons have no data", [
        office(1, "EXO", "CSP T1", "2025-05:40 2025-10:40", "2025-05:12 2025-10:22")]),
    ("Northwind Electric Cars", "CPOR since 2025-06, so its growth counts from there; and Azure with a comma for thousands", [
        azure(1, "Virtual Machines", "DPOR", "2025-06:1250 2025-10:1410.75"),
        office(1, "Microsoft Teams", "CPOR", "2025-06:350 2025-10:360", "2025-06:90 2025-10:190"),
        claim(1, "Microsoft Teams", "2025-06-05")]),
]


# Series

def months(first, last):
    year, month = map(int, first.split("-"))
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)

def series(points, places, waver=""):
    """Month to text for all months from the first point to the last."""
    points = [point.split(":") for point in points.split()]
    known = [(month, Decimal(value)) for month, value in points if value != "?"]
    unknown = {month for month, value in points if value == "?"}
    values = {}
    for month in months(points[0][0], points[-1][0]):
        if month in unknown:
            values[month] = ""
        elif month in dict(known):
            values[month] = f"{dict(known)[month]:.{places}f}"
        else:
            before = max(point for point in known if point[0] < month)
            after = min(point for point in known if point[0] > month)
            run = list(months(before[0], after[0]))
            value = before[1] + (after[1] - before[1]) * run.index(month) / (len(run) - 1)
            if waver and before[1] != after[1]:
                value *= 1 + Decimal(zlib.crc32(f"{waver} {month}".encode()) % 601 - 300) / 10000
            values[month] = f"{value:.{places}f}"
    return values


# Rows

def guid(*names):
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, " ".join(map(str, names)) + ".relecloud.example"))

def tenant_id(customer, tenant):
    """Begins with the customer's id and the number of the tenant, so that a person can follow it."""
    return f"{customer}{tenant}{guid(customer, tenant)[8:]}"

def segment(name):
    return "Enterprise" if name in ENTERPRISES else "SMB"

def azure_rows(customer, name, industry, tenant, service, association, acr, duplicate):
    level1, level3, level4, units = SERVICES[service]
    subscription = guid("subscription", customer, tenant, association)
    machine = service.startswith("Virtual Machine")
    values = series(acr, 2, f"{customer} {tenant} {service}")
    start = f"{min(values)}-01"
    for month, value in values.items():
        quantity = f"{Decimal(value) / 2:.1f}" if value else ""
        yield month, [
            PARTNER_ID, subscription, start, "", start, "Active", f"{month}-01", level1, service, level3, level4, level1,
            level3, "", "Windows" if machine else "", "Windows Server" if machine else "", units, quantity, name,
            tenant_id(customer, tenant).upper(), customer, segment(name), "United States", PARTNER_ID, PARTNER, "Seattle", association,
            "CSP" if "CSP" in association else "EA", "", "1" if duplicate else "0", "", "", industry, industry,
            "Commercial", "Owner" if association == PAL else "", association, value]

def office_rows(customer, name, industry, tenant, workload, association, seats, users):
    paid, active = series(seats, 0), series(users, 0, f"{customer} {tenant} {workload}")
    for month in paid:
        yield month, [
            PARTNER_ID, tenant_id(customer, tenant), customer, workload, f"{month}-01", paid[month], active[month], name,
            "United States", segment(name), industry, industry, "Commercial", PARTNER_ID, PARTNER, "Seattle", association, "0"]

def claim_rows(customer, name, parts, tenant, workload, began):
    """The last three months of the claim: the claim's date is all that is read of it."""
    _, _, _, _, seats, users = next(
        part for part in parts
        if part[0] == "office" and part[1:3] == (tenant, workload) and part[3] in (CPOR, "CPOR"))
    paid, active = series(seats, 0), series(users, 0, f"{customer} {tenant} {workload}")
    number = 100000 + zlib.crc32(f"{customer} {tenant}".encode()) % 900000
    for month in list(paid)[-3:]:
        yield month, [
            tenant_id(customer, tenant), name, workload, active[month], paid[month], f"CL-{number}", PARTNER_ID, began,
            "CPOR", f"{month}-01"]

INDUSTRIES = ["Retail", "Manufacturing", "Education", "Financial Services", "Professional Services"]

def tables(customers, first_id):
    found = {"azure": [], "office": [], "cpor": [], "associations": []}
    for customer, (name, _, parts) in enumerate(customers, first_id):
        industry = INDUSTRIES[customer % 5]
        for kind, *rest in parts:
            if kind == "azure":
                found["azure"] += azure_rows(customer, name, industry, *rest)
            elif kind == "office":
                found["office"] += office_rows(customer, name, industry, *rest)
            elif kind == "claim":
                found["cpor"] += claim_rows(customer, name, parts, *rest)
            elif kind == "association":
                tenant, association_name, began, workload = rest
                found["associations"].append(("", [tenant_id(customer, tenant), association_name, began, workload]))
    # As downloaded: month after month. (The sort keeps the order within a month.)
    return {table: [row for _, row in sorted(rows, key=lambda pair: pair[0])] for table, rows in found.items()}

def expectations(customers, first_id):
    changes = {"growth": "with growth", "decline": "in decline", "same": "no change", "": ""}
    for customer, (_, _, parts) in enumerate(customers, first_id):
        kinds = {part[0] for part in parts}
        for kind, *rest in parts:
            if kind == "expect":
                node, outcome, change, current = rest
                met = outcome == "met"
                yield [customer, *node.split(), "met" if met else "not-met", "" if met else outcome, changes[change], current]
        # Without any row of a download, the first gate of its areas is closed.
        if "azure" not in kinds:
            yield [customer, "azure", "workloads", "not-met", "fails", "", ""]
        if "office" not in kinds:
            for track in ("smb", "enterprise"):
                yield [customer, f"modern-work-{track}", "workloads", "not-met", "fails", "", ""]


# Files

def write(path, header, rows, delimiter=",", encoding="utf-8", newline="\n"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows([header, *rows])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))

def columns(header, rows, names):
    """Some of the columns only, as a user may choose them in the downloads hub."""
    places = [header.index(name) for name in names]
    return [[row[place] for place in places] for row in rows]

def reform(rows, place, form):
    return [[*row[:place], form(row[place]), *row[place + 1:]] for row in rows]

NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

def short_month(day):  # 2025-10-01 -> Oct-25
    return f"{NAMES[int(day[5:7]) - 1]}-{day[2:4]}"

def us_date(day):  # 2025-10-01 -> 10/1/2025
    return f"{int(day[5:7])}/{int(day[8:])}/{day[:4]}"

def grouped(number):  # 1410.75 -> $1,410.75
    return f"${Decimal(number):,}"

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    output = parser.parse_args().output

    partner = tables(CUSTOMERS, 4100001)
    write(output / "partner/AzureUsage.csv", AZURE_HEADER, partner["azure"])
    write(output / "partner/OfficeUsage.csv", OFFICE_HEADER, partner["office"])
    write(output / "partner/CPORM365Usage.csv", CPOR_HEADER, partner["cpor"])
    write(output / "partner/Associations.csv", ASSOCIATIONS_HEADER, partner["associations"])
    write(output / "expected.csv", "customer_id area node status cause change current".split(),
          expectations(CUSTOMERS, 4100001))

    new = tables(NEW_CUSTOMERS, 5200001)
    names = "CustomerTpid CustomerName CustomerTenantId Month ServiceLevel2 PartnerAttributionType ACR_USD".split()
    rows = reform(reform(columns(AZURE_HEADER, new["azure"], names), 3, short_month), 6, grouped)
    write(output / "new-partner/azure may to october.tsv", names, rows, "\t")
    names = "CustomerTpid CustomerName CustomerTenantId WorkloadName Month PaidAvailableUnits MonthlyActiveUsers PartnerAttributionType".split()
    rows = reform(columns(OFFICE_HEADER, new["office"], names), 4, us_date)
    write(output / "new-partner/m365.csv", [name.replace("Month", "MonthKey") if name == "Month" else name for name in names],
          rows, ";", "utf-8-sig", "\r\n")
    rows = reform(reform(new["cpor"], 7, us_date), 9, short_month)
    write(output / "new-partner/claims.csv", CPOR_HEADER, rows, ";", "utf-8-sig", "\r\n")

if __name__ == "__main__":
    main()
