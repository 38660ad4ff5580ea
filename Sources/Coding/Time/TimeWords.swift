/// The words of the calendar.
enum TimeWords {
    static let weekdays = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]
    static let months = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
        "october": 10, "november": 11, "december": 12,
    ]
    /// Months only beside a day or a year: "Jan" is a name too.
    static let shortMonths = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]
    static let seasons: [String: CalendarTime.Season] = [
        "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
    ]
    static let partsOfDay = [
        "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midday": "T12:00",
        "midnight": "T00:00",
    ]
    /// Words that stand for an uncounted past, present or future.
    static let references = [
        "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF",
        "recently": "PAST_REF", "recent": "PAST_REF", "former": "PAST_REF", "formerly": "PAST_REF", "future": "FUTURE_REF",
    ]
    static let beforeChrist: Set<String> = ["bc", "b.c", "b.c.", "bce", "b.c.e", "b.c.e."]
    /// Words that tell how often, in the manner of TIMEX3 for unknown days.
    static let repetitions = [
        "daily": "XXXX-XX-XX", "everyday": "XXXX-XX-XX", "nightly": "XXXX-XX-XXTNI", "weekly": "XXXX-WXX", "monthly": "XXXX-XX",
        "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y",
    ]
    static let ordinals = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    ]
    static let numbers = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "hundred": 100,
    ]
    /// Words before a count that leave it what it is: "at least two days", "just two days".
    static let approximations: Set<String> = [
        "over", "about", "nearly", "almost", "some", "just", "only", "under", "around", "approximately", "roughly", "another",
        "barely", "within",
    ]
    static let towards: [String: Int] = [
        "next": 1, "following": 1, "coming": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1, "last": -1, "past": -1,
        "previous": -1, "preceding": -1, "same": 0, "that": 0, "this": 0, "these": 0, "those": 0,
    ]
    /// Words after a span that tell which way to go from where the story is.
    static let directions: [String: Int] = [
        "later": 1, "afterwards": 1, "afterward": 1, "after": 1, "hence": 1, "earlier": -1, "before": -1, "previously": -1,
        "prior": -1, "ago": -1,
    ]
}
