/// What the examples of the catalogue build on.
package enum ExampleDeclarations {
  /// A rule file that declares sources, units, names, tables and a reading, and has no finding.
  package static let text = """
    source S1 "Criteria of the programme" at "example.com/criteria"
    source S2 "Changes of the programme"

    unit seat plural seats at least 0 at most 1000000
    unit user plural users at least 0 at most 1000000
    unit USD decimals 2

    kind association plural associations closed
    association "Adviser"
    association "Reseller" also "Reseller of record"

    kind workload plural workloads closed
    workload "Chat"
    workload "Devices" also "Device management"
    workload "Mail"

    kind service plural services open
    service "Storage"

    table seats-used "Seats and users" {
      customer:    customer    from "Customer"
      tenant:      tenant      from "Tenant"
      month:       month       from "Month"
      workload:    workload    from "Product"
      association: association from "Association"
      seats:       seats       from "Seats" listed
      users:       users       from "Users" listed
    }

    table consumption "Consumption" {
      customer:    customer    from "Customer"
      tenant:      tenant      from "Tenant"
      month:       month       from "Month"
      service:     service     from "Service"
      association: association from "Association"
      acr:         USD         from "ACR" summed
    }

    choice growth-period "Which months the growth of usage compares" {
      option one-month     "a month with the same month of last year" default
      option trailing-year "twelve months with the twelve before"
    }

    """
}
