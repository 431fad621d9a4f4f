/// R05: tracks beside each other. These are warnings.
extension DiagnosticEntry {
  static let overlappingTracks = DiagnosticEntry(
    "two tracks for the same customers",
    what: """
      The same number, such as the seats of a customer, lies in the range of two tracks of an area.
      The message names one.
      """,
    why: """
      Tracks divide customers by their size. A customer of exactly 300 seats would meet the gates of
      both, and add to a track for which it was not meant.
      """,
    example: .rules(
      twoTracks(large: ">=", than: 300),
      wrong: ">= limit",
      right: "> limit"
    ),
    repair: """
      Let one range begin where the other ends: `<= most` in one track and `> most` in the other.
      Both may use the same value.
      """
  )

  static let gapBetweenTracks = DiagnosticEntry(
    "customers that no track takes",
    what: """
      A number, such as the seats of a customer, lies between the ranges of two tracks of an area.
      The message names one.
      """,
    why: """
      A customer of that size would count in no track, whatever it buys and uses. The published
      ranges mostly touch each other.
      """,
    example: .rules(
      twoTracks(large: ">", than: 400),
      wrong: "400 seats",
      right: "300 seats"
    ),
    repair: """
      Let one range begin where the other ends: `<= most` in one track and `> most` in the other.
      Both may use the same value.
      """
  )

  /// Two tracks that customers are divided into by their seats: up to 300, and from a limit on.
  private static func twoTracks(large sign: String, than limit: Int) -> String {
    """
    area work "Work" {
      value most "most seats of a small tenant"
        = 300 seats from 2022-10 cite S1
      value limit "seats of a large tenant"
        = \(limit) seats from 2022-10 cite S1
      rows used = seats-used
      measure seats "paid seats" = seats of used
      track small "Small" from 2022-10 cite S1 {
        gate size "Size" {
          criterion "At most 300 seats" cite S1
          met when any seats <= most
        }
      }
      track large "Large" from 2022-10 cite S1 {
        gate size "Size" {
          criterion "More than 300 seats" cite S1
          met when any seats \(sign) limit
        }
      }
    }
    """
  }
}
