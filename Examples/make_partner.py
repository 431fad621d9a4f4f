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
import pathlib

from partner_tables import *

AZ_NET, AZ_DEPLOY, AZ_GROWTH = (
    "azure net-customer-adds/net-qualified-tenants", "azure deployments/workloads", "azure usage-growth/usage-growth")
SMB_SEATS, ENT_SEATS = "modern-work-smb paid-available-units", "modern-work-enterprise paid-available-units"
SMB_NET, ENT_NET = (f"modern-work-{track} net-customer-adds/net-qualified-tenants" for track in ("smb", "enterprise"))
SMB_CPOR, SMB_CSP = "modern-work-smb deployments/cpor", "modern-work-smb deployments/csp"
ENT_CPOR, ENT_DPOR = "modern-work-enterprise deployments/cpor", "modern-work-enterprise deployments/dpor"
SMB_GROWTH_CPOR, SMB_GROWTH_CSP = "modern-work-smb usage-growth/cpor", "modern-work-smb usage-growth/csp"
ENT_GROWTH_CPOR, ENT_GROWTH_DPOR = "modern-work-enterprise usage-growth/cpor", "modern-work-enterprise usage-growth/dpor"
SEC_AZ_NET, SEC_M365_NET = (f"security {side}-net-customer-adds/net-qualified-tenants" for side in ("azure", "m365"))
SEC_AZ_DEPLOY, SEC_M365_DEPLOY = (f"security {side}-deployments/net-qualifying-tenants" for side in ("azure", "m365"))
SEC_ACR, SEC_USERS = "security azure-usage-growth/acr-in-security", "security m365-usage-growth/monthly-protected-users"
BA_SMB, BA_ENT = "business-applications-smb ", "business-applications-enterprise "
SOLD, SOLD_BY = "performance/workloads", "performance/partner-association-type"
USED, USED_BY = "customer-success/workloads", "customer-success/partner-association-type"
BA_NET, BA_DEPLOY, BA_GROWTH = (
    "net-customer-adds/net-qualifying-workloads", "deployments/eligible-workloads", "usage-growth/consumption-growth")

def both(node, *outcome):
    """The same in both tracks of Business Applications."""
    return expect(BA_SMB + node, *outcome), expect(BA_ENT + node, *outcome)


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
        expect(AZ_NET, "fails", "same", 0), expect(AZ_DEPLOY, "met", "", 1), expect(AZ_GROWTH, "met", "growth", "7.79"),
        expect("security azure-workloads", "met", "", "Microsoft Defender for Cloud"), expect(SEC_AZ_NET, "fails", "same", 0),
        expect(SEC_AZ_DEPLOY, "fails", "same", 0), expect(SEC_ACR, "met", "growth", "2012.47")]),

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

    # Security: two sides, each with its own gates

    ("Contoso Pharmaceuticals", "Microsoft 365 is met; Sentinel under CSP does not count before 2026-05. One side is enough for Security", [
        azure(1, "Sentinel", CSP1, "2023-08:700 2024-10:900 2025-10:1100"),
        ems(1, CPOR, p1=("2023-08:200 2025-10:200", "2023-08:20 2024-10:25 2025-10:96"),
            intune=("2023-08:200 2025-10:200", "2023-08:12 2024-10:20 2025-10:60")),
        ems(2, CPOR, intune=("2025-02:60 2025-10:60", "2025-02:4 2025-10:30")),
        claim(1, "Microsoft Entra ID P1", "2022-09-12"), claim(1, "Intune", "2022-09-12"), claim(2, "Intune", "2025-02-10"),
        expect(AZ_NET, "met", "growth", 1), expect("security azure-workloads", "met", "", "Sentinel"),
        expect("security azure-partner-association-type", "fails"), expect(SEC_AZ_NET, "gate", "same", 0),
        expect(SEC_AZ_DEPLOY, "gate", "same", 0), expect(SEC_ACR, "gate", "same", 0),
        expect("security m365-workloads", "met", "", "Intune;Microsoft Entra ID P1"),
        expect("security m365-partner-association-type", "met", "", "CPOR"), expect(SEC_M365_NET, "met", "growth", 1),
        expect(SEC_M365_DEPLOY, "met", "growth", 2), expect(SEC_USERS, "met", "growth", 137)]),

    ("Fabrikam Robotics", "100.00 USD of Security in twelve months are enough for an add; 99.99 in the other tenant are not", [
        azure(1, "Key Vault", PAL, "2025-03:12.50 2025-10:12.50"),
        azure(2, "Key Vault", PAL, "2025-03:12.50 2025-09:12.50 2025-10:12.49"),
        expect("security azure-workloads", "met", "", "Key Vault"),
        expect("security azure-partner-association-type", "met", "", "PAL"), expect(SEC_AZ_NET, "met", "growth", 1),
        expect(SEC_AZ_DEPLOY, "fails", "same", 0), expect(SEC_ACR, "met", "growth", "199.99"),
        expect(SEC_M365_NET, "gate", "same", 0)]),

    ("Tasmanian Traders", "12,000.00 USD in twelve months are a deployment, 11,999.99 are none; Intune under CSP does not count before 2026-05", [
        azure(1, "Sentinel", PAL, "2023-08:900 2024-10:900 2024-11:1000 2025-10:1000"),
        azure(2, "Microsoft Defender for Cloud", PAL, "2023-08:900 2024-10:900 2024-11:1000 2025-09:1000 2025-10:999.99"),
        ems(1, CSP1, intune=("2023-08:80 2025-10:80", "2023-08:18 2024-10:20 2025-10:35")),
        expect(AZ_NET, "met", "growth", 2), expect(SEC_AZ_NET, "fails", "same", 0), expect(SEC_AZ_DEPLOY, "met", "growth", 1),
        expect(SEC_ACR, "met", "growth", "23999.99"), expect("security m365-workloads", "met", "", "Intune"),
        expect("security m365-partner-association-type", "fails"), expect(SEC_M365_NET, "gate", "same", 0),
        expect(SEC_M365_DEPLOY, "gate", "same", 0), expect(SEC_USERS, "gate", "same", 0)]),

    ("Contoso Hotels", "25 seats since May are an add, 24 are one too few; nothing else changes", [
        azure(1, "Firewall", PAL, "2023-08:250 2025-10:250"),
        ems(1, CPOR, intune=("2023-08:24 2025-04:24 2025-05:25 2025-10:25", "2023-08:3 2025-10:3")),
        ems(2, CPOR, intune=("2023-08:24 2025-10:24", "2023-08:3 2025-10:3")),
        claim(1, "Intune", "2023-02-20"), claim(2, "Intune", "2023-02-20"),
        expect(SEC_AZ_NET, "fails", "same", 0), expect(SEC_AZ_DEPLOY, "fails", "same", 0), expect(SEC_ACR, "met", "same", 3000),
        expect(SEC_M365_NET, "met", "growth", 1), expect(SEC_M365_DEPLOY, "fails", "same", 0),
        expect(SEC_USERS, "fails", "same", 0)]),

    ("Volcano Coffee Company", "30 protected users of 200 seats are exactly 15%: a deployment; 29 are not", [
        ems(1, CPOR, p1=("2023-08:200 2025-10:200", "2023-08:18 2024-10:22 2025-10:30")),
        ems(2, CPOR, p1=("2023-08:200 2025-10:200", "2023-08:20 2024-10:24 2025-10:29")),
        claim(1, "Microsoft Entra ID P1", "2022-10-17"), claim(2, "Microsoft Entra ID P1", "2022-10-17"),
        expect(SEC_M365_NET, "fails", "same", 0), expect(SEC_M365_DEPLOY, "met", "growth", 1),
        expect(SEC_USERS, "met", "growth", 13)]),

    ("Terra Firm", "Defender, from the partner's own list: claimed in 2025-03 with 90 protected users, 84 now: a deployment, but no growth", [
        security(1, "Microsoft Defender for Endpoint", CPOR, "2025-03:150 2025-10:150", "2025-03:90 2025-10:84"),
        claim(1, "Microsoft Defender for Endpoint", "2025-03-18"),
        expect("security m365-workloads", "met", "", "Microsoft Defender for Endpoints"),
        expect(SEC_M365_NET, "met", "growth", 1), expect(SEC_M365_DEPLOY, "met", "growth", 1),
        expect(SEC_USERS, "fails", "decline", -6)]),

    ("Zava", "one row of Enterprise Mobility: two empty cells are no Intune, 0 and 0 are an Information Protection that nobody uses", [
        ems(1, CPOR, p1=("2023-08:60 2025-10:60", "2023-08:14 2024-10:18 2025-10:26"),
            azip=("2023-08:0 2025-10:0", "2023-08:0 2025-10:0")),
        claim(1, "Microsoft Entra ID P1", "2023-01-30"), claim(1, "Microsoft Purview Information Protection", "2023-01-30"),
        expect("security m365-workloads", "met", "", "Microsoft Entra ID P1;Microsoft Purview Information Protection"),
        expect(SEC_M365_NET, "fails", "same", 0), expect(SEC_M365_DEPLOY, "fails", "same", 0),
        expect(SEC_USERS, "met", "growth", 8)]),

    ("Awesome Computers", "security consumption fell from 14,400 to 9,600 USD: met, because any is enough, yet it takes from the partner's total", [
        azure(1, "Microsoft Defender for Cloud", PAL, "2023-08:1200 2024-10:1200 2024-11:800 2025-10:800"),
        expect(SEC_AZ_NET, "fails", "same", 0), expect(SEC_AZ_DEPLOY, "fails", "decline", -1),
        expect(SEC_ACR, "met", "decline", 9600)]),

    ("Bellows Sports", "what is left are rows of 0.00 USD, and 20 seats: the gates are open, and everything behind them is in decline", [
        azure(1, "Key Vault", PAL, "2023-08:30 2024-10:30 2024-11:0 2025-10:0"),
        ems(1, CPOR, p1=("2023-08:40 2025-03:40 2025-04:20 2025-10:20", "2023-08:18 2024-10:20 2025-10:9")),
        claim(1, "Microsoft Entra ID P1", "2022-11-08"),
        expect(AZ_DEPLOY, "fails", "", 0), expect(SEC_AZ_NET, "fails", "decline", -1), expect(SEC_AZ_DEPLOY, "fails", "same", 0),
        expect(SEC_ACR, "fails", "decline", 0), expect(SEC_M365_NET, "fails", "decline", -1),
        expect(SEC_M365_DEPLOY, "fails", "decline", -1), expect(SEC_USERS, "fails", "decline", -11)]),

    ("Contoso University", "an empty ACR cell in the year, and one empty cell of a pair: no data on either side", [
        azure(1, "Sentinel", PAL, "2024-12:90 2025-03:90 2025-04:? 2025-05:110 2025-10:120"),
        ems(1, CPOR, p1=("2025-01:50 2025-09:50 2025-10:?", "2025-01:10 2025-10:20"),
            intune=("2025-01:20 2025-10:20", "2025-01:5 2025-09:8 2025-10:?")),
        claim(1, "Microsoft Entra ID P1", "2025-01-13"), claim(1, "Intune", "2025-01-13"),
        expect(SEC_AZ_NET, "no-data"), expect(SEC_AZ_DEPLOY, "no-data"), expect(SEC_ACR, "no-data"),
        expect("security m365-workloads", "met", "", "Intune;Microsoft Entra ID P1"),
        expect(SEC_M365_NET, "no-data"), expect(SEC_M365_DEPLOY, "no-data"), expect(SEC_USERS, "no-data")]),

    ("Fabrikam Fiber", "Intune stands in the download and in the partner's own list: the same 40 users, so 6 more and not 12", [
        ems(1, CPOR, intune=("2023-08:90 2025-10:90", "2023-08:30 2024-10:34 2025-10:40")),
        security(1, "Intune", CPOR, "2023-08:90 2025-10:90", "2023-08:30 2024-10:34 2025-10:40"),
        claim(1, "Intune", "2023-03-06"),
        expect("security m365-workloads", "met", "", "Intune"), expect(SEC_M365_NET, "fails", "same", 0),
        expect(SEC_M365_DEPLOY, "fails", "same", 0), expect(SEC_USERS, "met", "growth", 6)]),

    # Business Applications: performance by revenue, customer success by use

    ("Woodgrove Groceries", "230 USD of Sales a year ago, 250.00 now: an add for SMB, though the subscription is old (complaint 2); 249.99 in the other tenant is none", [
        revenue(1, "Sales", CSP1, "2024-02:210 2024-10:230 2025-09:249.99 2025-10:250"),
        revenue(2, "Sales", CSP1, "2024-02:210 2024-10:230 2025-10:249.99"),
        *both(SOLD, "met", "", "Sales"), *both(SOLD_BY, "met", "", "CSP"),
        expect(BA_SMB + BA_NET, "met", "growth", 1), expect(BA_ENT + BA_NET, "fails", "same", 0),
        *both(BA_DEPLOY, "gate", "same", 0)]),

    ("Fabrikam Manufacturing", "1,500.00 USD are enough for Enterprise; 1,499.99 of another workload are not", [
        revenue(1, "F&O Bundle", DPOR, "2023-08:1350 2024-10:1400 2025-09:1480 2025-10:1500"),
        revenue(1, "Supply Chain", DPOR, "2023-08:1300 2024-10:1420 2025-10:1499.99"),
        expect(BA_SMB + BA_NET, "fails", "same", 0), expect(BA_ENT + BA_NET, "met", "growth", 1)]),

    ("CRONUS International Ltd.", "three subscriptions of one workload add up: 100, 100 and 80 USD of Business Central are 280", [
        revenue(1, "Business Central", CSP1, "2025-01:100 2025-10:100"),
        revenue(1, "Business Central", CSP1, "2025-03:100 2025-10:100", subscription=2),
        revenue(1, "Business Central", CSP1, "2025-06:80 2025-10:80", subscription=3),
        expect(BA_SMB + BA_NET, "met", "growth", 1), expect(BA_ENT + BA_NET, "fails", "same", 0)]),

    ("Contoso Outdoor", "a credit note of 90 USD makes 320 USD into 230: the add of last year is lost", [
        revenue(1, "Power BI", CSP2, "2023-08:260 2024-10:280 2025-10:320"),
        revenue(1, "Power BI", CSP2, "2025-10:-90"),
        expect(BA_SMB + BA_NET, "fails", "decline", -1), expect(BA_ENT + BA_NET, "fails", "same", 0)]),

    ("Adventure Works Resorts", "the same workload in two tenants counts twice", [
        revenue(1, "Customer Service", CSP1, "2025-02:410 2025-10:480"),
        revenue(2, "Customer Service", CSP1, "2025-04:300 2025-10:390"),
        expect(BA_SMB + BA_NET, "met", "growth", 2), expect(BA_ENT + BA_NET, "fails", "same", 0)]),

    ("Proseware Learning", "the wrong associations: PAL does not count for revenue, CPOR OSU not for Power Apps, which needs PAL (complaint 6)", [
        revenue(1, "Power Apps", PAL, "2023-08:700 2024-10:800 2025-10:1900"),
        use(1, "Power Apps", OSU, "2023-08:20 2024-10:22 2025-10:60"),
        *both(SOLD, "met", "", "Power Apps"), *both(SOLD_BY, "fails"), *both(BA_NET, "gate", "same", 0),
        *both(USED, "met", "", "Power Apps"), *both(USED_BY, "fails"), *both(BA_DEPLOY, "gate", "same", 0),
        *both(BA_GROWTH, "gate", "same")]),

    ("Lucerne Dairy", "Business Central under CSP counts since 2024-06: 6 users are 6,000, a deployment", [
        revenue(1, "Business Central", CSP1, "2023-08:280 2024-10:320 2025-10:420"),
        use(1, "Business Central", CSP1, "2023-08:3 2024-10:4 2025-10:6"),
        expect(BA_SMB + BA_NET, "fails", "same", 0), *both(USED_BY, "met", "", "CSP"),
        expect(BA_SMB + BA_DEPLOY, "met", "growth", 1), expect(BA_ENT + BA_DEPLOY, "fails", "same", 0),
        *both(BA_GROWTH, "met", "growth", "50.00")]),

    ("Wingtip Stores", "Customer Insights counts profiles, not users: 25,000 at 0.2 are exactly 5,000", [
        use(1, "Customer Insights", PAL, "2023-08:11 2025-10:15", "2023-08:20000 2024-10:24000 2025-10:25000"),
        *both(USED, "met", "", "Customer Insights"), *both(USED_BY, "met", "", "PAL"),
        expect(BA_SMB + BA_DEPLOY, "met", "growth", 1), expect(BA_ENT + BA_DEPLOY, "fails", "same", 0),
        *both(BA_GROWTH, "met", "growth", "4.17")]),

    ("Alpine Retreats", "Portals are eligible but have no rate before 2026-05: 900 users count nothing", [
        use(1, "Portals", PAL, "2023-08:400 2024-10:500 2025-10:900"),
        *both(USED, "met", "", "Portals"), *both(USED_BY, "met", "", "PAL"), *both(BA_DEPLOY, "fails", "same", 0),
        *both(BA_GROWTH, "fails", "same")]),

    ("Consolidated Couriers", "25 users of Customer Engagement at 200 are exactly 5,000; 24 in the other tenant are 4,800", [
        use(1, "Common data service (Customer Engagement)", DPOR, "2023-08:18 2024-10:21 2025-10:25"),
        use(2, "Common data service (Customer Engagement)", DPOR, "2023-08:18 2024-10:20 2025-10:24"),
        expect(BA_SMB + BA_DEPLOY, "met", "growth", 1), expect(BA_ENT + BA_DEPLOY, "fails", "same", 0),
        *both(BA_GROWTH, "met", "growth", "19.51")]),

    ("Nod Analytics", "an empty cell of revenue and one of users in 2025-10: no data in either category", [
        revenue(1, "Power BI", DPOR, "2024-12:400 2025-09:480 2025-10:?"),
        use(1, "Power BI", PAL, "2024-12:20 2025-09:24 2025-10:?"),
        *both(SOLD, "met", "", "Power BI"), *both(BA_NET, "no-data"), *both(BA_DEPLOY, "no-data"), *both(BA_GROWTH, "no-data")]),

    ("Wide World Logistics", "all of both tracks; 100 users of Finance & Operations are exactly 10,000, a deployment of Enterprise", [
        revenue(1, "Finance", REVREC, "2023-08:1100 2024-10:1400 2025-10:2600"),
        revenue(1, "Power Apps", OSA, "2025-01:1600 2025-10:1900"),
        use(1, "Finance & Operations", OSU, "2023-08:70 2024-10:80 2025-10:100"),
        use(1, "Power Apps", PAL, "2025-01:20 2025-10:55"),
        *both(SOLD, "met", "", "Finance;Power Apps"), *both(SOLD_BY, "met", "", "CPOR OSA;CPOR RevRec"),
        *both(USED, "met", "", "Finance & Operations;Power Apps"), *both(USED_BY, "met", "", "CPOR OSU;PAL"),
        expect(BA_SMB + BA_NET, "met", "growth", 1), expect(BA_ENT + BA_NET, "met", "growth", 2),
        expect(BA_SMB + BA_DEPLOY, "met", "growth", 1), expect(BA_ENT + BA_DEPLOY, "met", "growth", 2),
        *both(BA_GROWTH, "met", "growth", "162.50")]),

    ("VanArsdel Interiors", "left in March: rows of the last twelve months still open the gates, and everything is in decline", [
        revenue(1, "Field Service", CSP1, "2023-08:1600 2024-10:1700 2025-03:1650"),
        use(1, "Common data service (Customer Engagement)", CSP1, "2023-08:60 2024-10:58 2025-03:50"),
        *both(BA_NET, "fails", "decline", -1), *both(BA_DEPLOY, "fails", "decline", -1),
        *both(BA_GROWTH, "fails", "decline", "-100.00")]),

    # Modern Work again

    ("Lamna Clinics", "two new tenants, claimed at 20% and 17%, now in active use: what carries Modern Work above 70 points", [
        office(1, "Exchange", CPOR, "2025-01:150 2025-10:150", "2025-01:30 2025-09:94 2025-10:96"),
        office(2, "Teams", CPOR, "2025-03:120 2025-10:120", "2025-03:20 2025-09:83 2025-10:85"),
        claim(1, "Exchange", "2025-01-09"), claim(2, "Teams", "2025-03-17"),
        expect(SMB_SEATS, "met", "", 150), expect(SMB_NET, "met", "growth", 2), expect(SMB_CPOR, "met", "growth", 2),
        expect(SMB_CSP, "fails", "same", 0), expect(SMB_GROWTH_CPOR, "met", "growth", 131),
        expect(SMB_GROWTH_CSP, "fails", "same", 0), expect(ENT_SEATS, "fails", "", 150), expect(ENT_NET, "gate", "same", 0)]),
]


# The people of the partner: name, e-mail, MCPID, and the rows of the download of trainings. Each title is one of the
# downloads; what it earns stands in expected-score.csv.

CERTIFIED, CERTIFIED_365 = "Microsoft Certified: ", "Microsoft 365 Certified: "

PEOPLE = [
    # Azure: required before others
    ("Enrico Cattaneo", "enrico.cattaneo@relecloud.example", "9214401", [
        (CERTIFIED + "Azure Administrator Associate", "2024-02-06", "2026-02-06"),
        (CERTIFIED + "Azure Solutions Architect Expert", "2024-06-18", "2026-06-18"),
        (CERTIFIED + "Azure Security Engineer Associate", "2024-09-12", "2026-09-12")]),
    ("Irvin Sayers", "irvin.sayers@relecloud.example", "9214402", [
        (CERTIFIED + "Azure Administrator Associate", "2024-03-12", "2026-03-12"),
        (CERTIFIED + "Azure Network Engineer Associate", "2024-10-03", "2026-10-03"),
        # The only one of its kind, and it expires within 90 days
        (CERTIFIED_365 + "Administrator Expert", "2024-12-10", "2025-12-10")]),
    ("Debra Berger", "debra.berger@relecloud.example", "9214403", [
        (CERTIFIED + "Azure Solutions Architect Expert", "2024-04-23", "2026-04-23"),
        # A former name
        (CERTIFIED + "Windows Virtual Desktop Specialty", "2024-05-07", "2026-05-07")]),

    # Data & AI: four until June 2025, nine since September
    ("Megan Bowen", "megan.bowen@relecloud.example", "9214404", [
        (CERTIFIED + "Azure Database Administrator Associate", "2024-05-14", "2026-05-14")]),
    ("Alex Wilber", "alex.wilber@relecloud.example", "9214405", [
        (CERTIFIED + "Azure AI Engineer Associate", "2024-11-05", "2026-11-05")]),
    ("Lee Gu", "lee.gu@relecloud.example", "9214406", [
        (CERTIFIED + "Azure Data Engineer Associate", "2025-01-21", "2026-07-21")]),
    # One person: no MCPID, and the e-mail in two spellings
    ("Adele Vance", "adele.vance@relecloud.example", "", [
        (CERTIFIED + "Power BI Data Analyst Associate", "2024-08-20", "2026-08-20")]),
    ("Adele Vance", "Adele.Vance@Relecloud.example", "", [
        (CERTIFIED + "Azure Data Scientist Associate", "2025-02-11", "2027-02-11")]),
    ("Nestor Wilke", "nestor.wilke@relecloud.example", "9214408", [
        (CERTIFIED + "Azure AI Engineer Associate", "2025-07-10", "2026-07-10")]),
    ("Isaiah Langer", "isaiah.langer@relecloud.example", "9214409", [
        (CERTIFIED + "Azure Database Administrator Associate", "2025-07-22", "2026-07-22")]),
    ("Johanna Lorenz", "johanna.lorenz@relecloud.example", "9214410", [
        (CERTIFIED + "Azure Cosmos DB Developer Specialty", "2025-08-05", "2026-08-05")]),
    ("Diego Siciliani", "diego.siciliani@relecloud.example", "9214411", [
        (CERTIFIED + "Fabric Analytics Engineer Associate", "2025-08-19", "2026-08-19")]),
    ("Lynne Robbins", "lynne.robbins@relecloud.example", "9214412", [
        (CERTIFIED + "Azure Data Scientist Associate", "2025-09-09", "2026-09-09")]),
    # Would be the tenth, but the row is inactive
    ("Pradeep Gupta", "pradeep.gupta@relecloud.example", "9214413", [
        (CERTIFIED + "Azure AI Engineer Associate", "2024-09-17", "2026-09-17", "Certification", "Inactive")]),
    # Expired in March 2025
    ("Miriam Graham", "miriam.graham@relecloud.example", "9214414", [
        (CERTIFIED + "Azure Data Engineer Associate", "2024-03-26", "2025-03-26")]),

    # Digital & App Innovation; an exam that was passed is no certificate
    ("Joni Sherman", "joni.sherman@relecloud.example", "9214415", [
        (CERTIFIED + "Azure Developer Associate", "2024-07-16", "2026-07-16"),
        (CERTIFIED_365 + "Teams Administrator Associate", "2024-10-22", "2026-10-22")]),
    ("Grady Archie", "grady.archie@relecloud.example", "9214416", [
        (CERTIFIED + "Power Platform Developer Associate", "2024-11-19", "2026-11-19"),
        (CERTIFIED + "Azure DevOps Engineer Expert", "2025-06-03", "", "Exam", "Active")]),

    # Security; Identity and Access counts for Modern Work as well
    ("Allan Deyoung", "allan.deyoung@relecloud.example", "9214417", [
        (CERTIFIED + "Azure Security Engineer Associate", "2024-01-30", "2027-01-30"),
        (CERTIFIED + "Security Operations Analyst Associate", "2024-05-28", "2026-05-28"),
        (CERTIFIED + "Cybersecurity Architect Expert", "2025-07-15", "2026-07-15")]),
    ("Emily Braun", "emily.braun@relecloud.example", "9214418", [
        (CERTIFIED + "Security Operations Analyst Associate", "2024-08-06", "2026-08-06"),
        (CERTIFIED + "Identity and Access Administrator Associate", "2025-01-14", "2027-01-14")]),
    # Retired on 2025-05-31, and counts until 2026-05
    ("Jordan Miller", "jordan.miller@relecloud.example", "9214419", [
        (CERTIFIED + "Information Protection and Compliance Administrator Associate", "2024-04-16", "2026-04-16")]),

    # Business Applications
    ("Henrietta Mueller", "henrietta.mueller@relecloud.example", "9214420", [
        (CERTIFIED + "Dynamics 365: Finance and Operations Apps Solution Architect Expert", "2024-06-25", "2026-06-25")]),
    ("Patti Fernandez", "patti.fernandez@relecloud.example", "9214421", [
        (CERTIFIED + "Dynamics 365 Finance Functional Consultant Associate", "2025-09-02", "2026-09-02")]),
    # One person: the same MCPID under another name
    ("Christie Cline", "christie.cline@relecloud.example", "9214422", [
        (CERTIFIED + "Dynamics 365 Business Central Functional Consultant Associate", "2024-07-30", "2026-07-30")]),
    ("Christie Cline-Moore", "christie.moore@relecloud.example", "9214422", [
        (CERTIFIED + "Dynamics 365 Field Service Functional Consultant Associate", "2025-03-04", "2027-03-04")]),
    # A title that nobody knows
    ("Lidia Holloway", "lidia.holloway@relecloud.example", "9214423", [
        (CERTIFIED + "Power Platform Functional Consultants Associate", "2025-04-08", "2026-04-08")]),
]


# A partner of half a year: other names, other files, other forms. Months 2025-05 to 2025-10 only.

NEW_CUSTOMERS = [
    ("Fabrikam Residences", "Azure of 1,800 USD: whether it is an add cannot be known without last year", [
        azure(1, "App Service", "PAL", "2025-05:900 2025-09:1700 2025-10:1800")]),
    ("Contoso Suites", "CSP with 40 seats: gates are met, comparisons have no data", [
        office(1, "EXO", "CSP T1", "2025-05:40 2025-10:40", "2025-05:12 2025-10:22")]),
    ("Northwind Electric Cars", "CPOR since 2025-06, so its growth counts from there; and amounts with a comma for thousands", [
        azure(1, "Virtual Machines", "DPOR", "2025-06:1250 2025-10:1410.75"),
        office(1, "Microsoft Teams", "CPOR", "2025-06:350 2025-10:360", "2025-06:90 2025-10:190"),
        claim(1, "Microsoft Teams", "2025-06-05"),
        revenue(1, "Sales", "CPOR RevRec", "2025-05:1180 2025-10:1620.50")]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    output = parser.parse_args().output

    partner = tables(CUSTOMERS, 4100001)
    write(output / "partner/AzureUsage.csv", AZURE_HEADER, partner["azure"])
    write(output / "partner/OfficeUsage.csv", OFFICE_HEADER, partner["office"])
    write(output / "partner/EMSUsage.csv", EMS_HEADER, partner["ems"])
    write(output / "partner/SecurityUsage.csv", SECURITY_HEADER, partner["security"])
    write(output / "partner/BusinessApplicationsRevenue.csv", REVENUE_HEADER, partner["revenue"])
    write(output / "partner/BusinessApplicationsUsage.csv", USE_HEADER, partner["use"])
    write(output / "partner/CPORM365Usage.csv", CPOR_HEADER, partner["cpor"])
    write(output / "partner/Associations.csv", ASSOCIATIONS_HEADER, partner["associations"])
    write(output / "partner/TrainingCompletions.csv", TRAININGS_HEADER, training_rows(PEOPLE))
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
    names = "FiscalMonthName PartnerAssociationType CustomerID CustomerName CustomerTenantID WorkloadCategory Workloads AdjustedRevenueAmtCD".split()
    rows = reform(columns(REVENUE_HEADER, new["revenue"], names), 7, grouped)
    write(output / "new-partner/business applications.tsv", names, rows, "\t")
    rows = reform(reform(new["cpor"], 7, us_date), 9, short_month)
    write(output / "new-partner/claims.csv", CPOR_HEADER, rows, ";", "utf-8-sig", "\r\n")

if __name__ == "__main__":
    main()
