import Facts

/// An azure-usage file; lines of `customer,tenant,month,service,association,ACR`.
func azureUsage(_ lines: String) -> String {
  named(
    "CustomerTpid,CustomerTenantId,Month,ServiceLevel2,PartnerAttributionType,ACR_USD",
    lines
  )
}

/// An m365-usage file; lines of `customer,tenant,month,workload,association,users,seats`.
func officeUsage(_ lines: String) -> String {
  named(
    "CustomerTpid,CustomerTenantId,Month,WorkloadName,PartnerAttributionType,"
      + "MonthlyActiveUsers,PaidAvailableUnits",
    lines
  )
}

/// An associations file; lines of `tenant,association,date,workload`.
func associations(_ lines: String) -> String {
  "CustomerTenantId,PartnerAttributionType,DateAssociated,WorkloadName\n" + lines + "\n"
}

/// Rows of another customer, so that the months are covered: one line for each month.
func others(_ first: String, through last: String, _ line: (String) -> String) -> String {
  guard let first = Month(first), let last = Month(last) else { return "" }
  return (first.index...last.index).map { line(Month(index: $0).description) }
    .joined(separator: "\n") + "\n"
}

/// A row of azure-usage that covers a month.
func otherAzure(_ month: String) -> String { "other,t99,\(month),Storage,PAL,1" }

/// A row of m365-usage that covers a month.
func otherOffice(_ month: String) -> String { "other,t99,\(month),Teams,CSP,1,1" }

private func named(_ header: String, _ lines: String) -> String {
  let rows = lines.split(separator: "\n").map { "\($0),Contoso" }
  return ([header + ",CustomerName"] + rows).joined(separator: "\n") + "\n"
}
