"""How the parts of a customer in make_partner.py become rows of the downloads."""

import csv
import io
import uuid
import zlib
from decimal import Decimal

CSP1, CSP2 = "Cloud Solution Provider (CSP) Tier 1", "Cloud Solution Provider (CSP) Tier 2"
CPOR, DPOR, PAL = "Claiming Partner of Record (CPOR)", "Digital Partner of Record (DPOR)", "Partner Admin Link (PAL)"
REVREC, OSA, OSU = (f"Claiming Partner of Record (CPOR) {kind}" for kind in ("RevRec", "OSA", "OSU"))
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
    "Firewall": ("Networking", "Standard", "Standard Deployment", "1 Hour"),
    "Functions": ("Compute", "Premium", "vCPU Duration", "1 Hour"),
    "Key Vault": ("Security", "Key Vault", "Operations", "10K"),
    "Kubernetes": ("Containers", "Standard", "Uptime SLA", "1 Hour"),
    "Microsoft Defender for Cloud": ("Security", "Standard", "Standard Node", "1 Hour"),
    "Sentinel": ("Security", "Sentinel", "Pay-as-you-go Analysis", "1 GB"),
    "SQL Database": ("Databases", "General Purpose", "vCore", "1 Hour"),
    "Storage": ("Storage", "Blob Storage", "Hot LRS Data Stored", "1 GB/Month"),
    "Virtual Machines": ("Compute", "Dsv5 Series", "D4s v5", "1 Hour"),
    "Virtual Machine Licenses": ("Compute", "Windows Server", "4 vCPU", "1 Hour"),
}
SECURITY_SERVICES = ["Azure Defender", "Firewall", "Key Vault", "Microsoft Defender for Cloud", "Sentinel"]
EMS_WORKLOADS = ["Microsoft Entra ID P1", "Intune", "Microsoft Purview Information Protection"]  # AADP, Intune, Azip
POWER_PLATFORM = ["Portals", "Power Apps", "Power BI"]  # WorkloadCategory; all others are Dynamics 365

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
EMS_HEADER = """PGAMpnID SubscriptionId SubscriptionStartDate SubscriptionEndDate SubscriptionStatus Month SKU SKUId
    FreeVsPaidSKU SalesModel DetailedSalesModel CustomerName CustomerTenantId CustomerTpid CustomerSegment
    CustomerMarket IndustryName VerticalName EOU MPNID PartnerName PartnerLocation PartnerAttributionType
    PartnerHierarchy PaidAvailableUnits MonthlyActiveUsers AATPActiveUsage MCASActiveUsage AADPPaidAvailableUnits
    IntunePaidAvailableUnits AzipPaidAvailableUnits AADPMonthlyActiveUsers IntuneMonthlyActiveUsers
    AzipMonthlyActiveUsers MDM MAM SSPR""".split()
SECURITY_HEADER = """CustomerTpid CustomerName CustomerTenantId WorkloadName Month PaidAvailableUnits ProtectedUsers
    PartnerAttributionType""".split()
REVENUE_HEADER = """FiscalMonthName GlobalPartnerID PartnerName PartnerAssociationType CustomerID CustomerName
    CustomerTenantID CustomerTenantName SubscriptionId SubscriptionStartDate Country WorkloadCategory Workloads
    AdjustedRevenueAmtCD""".split()
USE_HEADER = """FiscalMonthName GlobalPartnerID PartnerName PartnerAssociationType CustomerID CustomerName
    CustomerTenantID CustomerTenantName SubscriptionID SubscriptionStartDate MetricType WorkloadCategory Workload
    SkuGroup PAMAU MAC MAU""".split()
TRAININGS_HEADER = """PGAMpnId TrainingActivityId TrainingTitle TrainingType IndividualFirstName IndividualLastName Email
    CorpEmail TrainingCompletionDate ExpirationDate ActivationStatus Month IcMCP MCPID MpnId PartnerName
    PartnerCityLocation PartnerCountryLocation""".split()


# What a customer is made of. `tenant` is 1, 2, 3 ... within the customer.

def azure(tenant, service, association, acr, duplicate=False):
    return "azure", tenant, service, association, acr, duplicate

def office(tenant, workload, association, seats, users):
    return "office", tenant, workload, association, seats, users

def ems(tenant, association, p1=None, intune=None, azip=None):
    """Enterprise Mobility: seats and users of each workload, all in one row of a month."""
    return "ems", tenant, association, [p1, intune, azip]

def security(tenant, workload, association, seats, users):
    """A line of the partner's own list: Defender stands in no download."""
    return "security", tenant, workload, association, seats, users

def revenue(tenant, workload, association, amounts, subscription=1):
    return "revenue", tenant, workload, association, amounts, subscription

def use(tenant, workload, association, users, capacity=""):
    """Business applications; capacity is the profiles of Customer Insights."""
    return "use", tenant, workload, association, users, capacity

def claim(tenant, workload, began):
    """A CPOR claim: its date stands in the CPOR-M365 download."""
    return "claim", tenant, workload, began

def association(tenant, name, began, workload=""):
    """A line of the partner's own list."""
    return "association", tenant, name, began, workload

def expect(node, outcome, change="", current=""):
    """outcome: met, fails, no-data or gate. change: growth, decline, same or nothing."""
    return "expect", node, outcome, change, str(current)


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

def ems_rows(customer, name, industry, tenant, association, pairs):
    seats = [series(pair[0], 0) if pair else {} for pair in pairs]
    users = [series(pair[1], 0, f"{customer} {tenant} {workload}") if pair else {}
             for pair, workload in zip(pairs, EMS_WORKLOADS)]
    known = sorted({month for values in seats for month in values})
    subscription, start = guid("ems", customer, tenant, association), f"{known[0]}-01"
    for month in known:
        paid, active = ([values.get(month, "") for values in kind] for kind in (seats, users))
        yield month, [
            PARTNER_ID, subscription, start, "", "Active", f"{month}-01", "Enterprise Mobility + Security E3",
            guid("Enterprise Mobility + Security E3"), "Paid", "CSP" if "CSP" in association else "EA", "", name,
            tenant_id(customer, tenant), customer, segment(name), "United States", industry, industry, "Commercial",
            PARTNER_ID, PARTNER, "Seattle", association, "HeadQuarters", largest(paid), largest(active), "0", "0",
            *paid, *active, "0", "0", "0"]

def largest(cells):
    return max((cell for cell in cells if cell), key=int, default="")

def security_rows(customer, name, industry, tenant, workload, association, seats, users):
    paid, active = series(seats, 0), series(users, 0, f"{customer} {tenant} {workload}")
    for month in paid:
        yield month, [
            customer, name, tenant_id(customer, tenant), workload, f"{month}-01", paid[month], active[month], association]

def bizapps(customer, name, tenant, association, workload, subscription, month, start):
    """The columns that revenue and usage have in common: before and after the one that only usage has."""
    return [
        long_month(month), PARTNER_ID, PARTNER, association, customer, name, tenant_id(customer, tenant), name,
        guid("bizapps", customer, tenant, workload, subscription), f"{start}-01"
    ], ["Power Platform" if workload in POWER_PLATFORM else "Dynamics 365", workload]

def revenue_rows(customer, name, industry, tenant, workload, association, amounts, subscription):
    values = series(amounts, 2, f"{customer} {tenant} {workload} {subscription}")
    for month, value in values.items():
        before, after = bizapps(customer, name, tenant, association, workload, subscription, month, min(values))
        yield month, [*before, "United States", *after, value]

def use_rows(customer, name, industry, tenant, workload, association, users, capacity):
    active, profiles = series(users, 0, f"{customer} {tenant} {workload}"), series(capacity, 0) if capacity else {}
    for month, value in active.items():
        attached = str(int(value) * 4 // 5) if value else ""
        before, after = bizapps(customer, name, tenant, association, workload, 1, month, min(active))
        yield month, [*before, "paid", *after, workload, attached, profiles.get(month, "0"), value]

def claimed(parts, tenant, workload):
    """The seats and users that are listed for a claim."""
    for kind, *rest in parts:
        if kind in ("office", "security") and rest[:2] == [tenant, workload] and rest[2] in (CPOR, "CPOR"):
            return rest[3:5]
        if kind == "ems" and rest[:2] == [tenant, CPOR] and workload in EMS_WORKLOADS:
            pair = rest[2][EMS_WORKLOADS.index(workload)]
            if pair:
                return pair
    raise ValueError(f"nothing is listed for the claim of tenant {tenant}, {workload}")

def claim_rows(customer, name, parts, tenant, workload, began):
    """The last three months of the claim: the claim's date is all that is read of it."""
    seats, users = claimed(parts, tenant, workload)
    paid, active = series(seats, 0), series(users, 0, f"{customer} {tenant} {workload}")
    number = 100000 + zlib.crc32(f"{customer} {tenant}".encode()) % 900000
    for month in list(paid)[-3:]:
        yield month, [
            tenant_id(customer, tenant), name, workload, active[month], paid[month], f"CL-{number}", PARTNER_ID, began,
            "CPOR", f"{month}-01"]

def training_rows(people):
    """By date, as downloaded. A certificate is (title, completed, expires), and type and status where they are others."""
    rows = []
    for name, email, number, trainings in people:
        first, last = name.split(" ", 1)
        for title, completed, expires, *rest in trainings:
            kind, status = rest or ("Certification", "Active")
            rows.append([
                PARTNER_ID, guid("training", number or email.lower(), title), title, kind, first, last, email, email,
                completed, expires, status, f"{completed[:7]}-01", number, number, PARTNER_ID, PARTNER, "Seattle",
                "United States"])
    return sorted(rows, key=lambda row: row[8])

INDUSTRIES = ["Retail", "Manufacturing", "Education", "Financial Services", "Professional Services"]

ROWS = {"azure": azure_rows, "office": office_rows, "ems": ems_rows, "security": security_rows,
        "revenue": revenue_rows, "use": use_rows}

def tables(customers, first_id):
    found = {table: [] for table in [*ROWS, "cpor", "associations"]}
    for customer, (name, _, parts) in enumerate(customers, first_id):
        industry = INDUSTRIES[customer % 5]
        for kind, *rest in parts:
            if kind in ROWS:
                found[kind] += ROWS[kind](customer, name, industry, *rest)
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
        # Without any row of a download, the first gate of what reads it is closed.
        if "azure" not in kinds:
            yield [customer, "azure", "workloads", "not-met", "fails", "", ""]
        if "office" not in kinds:
            for track in ("smb", "enterprise"):
                yield [customer, f"modern-work-{track}", "workloads", "not-met", "fails", "", ""]
        if not any(part[0] == "azure" and part[2] in SECURITY_SERVICES for part in parts):
            yield [customer, "security", "azure-workloads", "not-met", "fails", "", ""]
        if not kinds & {"ems", "security"}:
            yield [customer, "security", "m365-workloads", "not-met", "fails", "", ""]
        for kind, category in (("revenue", "performance"), ("use", "customer-success")):
            if kind not in kinds:
                for track in ("smb", "enterprise"):
                    yield [customer, f"business-applications-{track}", f"{category}/workloads", "not-met", "fails", "", ""]


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

NAMES = "January February March April May June July August September October November December".split()

def long_month(month):  # 2025-10 -> October 2025
    return f"{NAMES[int(month[5:]) - 1]} {month[:4]}"

def short_month(day):  # 2025-10-01 -> Oct-25
    return f"{NAMES[int(day[5:7]) - 1][:3]}-{day[2:4]}"

def us_date(day):  # 2025-10-01 -> 10/1/2025
    return f"{int(day[5:7])}/{int(day[8:])}/{day[:4]}"

def grouped(number):  # 1410.75 -> $1,410.75
    return f"${Decimal(number):,}"
