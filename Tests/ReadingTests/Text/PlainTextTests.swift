import Testing

@testable import Reading

@Suite struct PlainTextTests {
    @Test func readsThePastedHead() {
        let report = PlainText.report(
            """
            Baku calls in Russian envoy
            By Lale Invented
            Northern Wire, 28 June 2025

            Azerbaijan summoned Russia's chargé d'affaires on Saturday.
            """)
        #expect(report.title == "Baku calls in Russian envoy")
        #expect(report.byline == "Lale Invented")
        #expect(report.outlet == "Northern Wire")
        #expect(report.published == "2025-06-28")
        #expect(report.text == "Azerbaijan summoned Russia's chargé d'affaires on Saturday.")
    }

    @Test func needsNoHead() {
        let report = PlainText.report("Azerbaijan summoned Russia's chargé d'affaires on Saturday.")
        #expect(report.title == nil)
        #expect(report.published == nil)
        #expect(report.text.hasPrefix("Azerbaijan"))
    }

    @Test func joinsLinesWrappedAtAWidth() {
        let wrapped = """
            The foreign ministry in Baku summoned the chargé d'affaires on
            Saturday and handed him a note of protest over the deaths of two
            men in the city of Yekaterinburg, where police had raided several
            homes on the day before the note was written and handed over.

            Moscow rejected the note on Sunday and said that the raids were a
            matter of its courts alone, and that no foreign ministry had any
            say in how they were led, and that it would answer in writing.
            """
        #expect(PlainText.unwrapped(wrapped).count == 2)
    }

    @Test func givesTheSameReportTheSameIdentity() {
        let text = "One sentence is enough to make a report."
        #expect(PlainText.report(text).id == PlainText.report(text).id)
        #expect(PlainText.report(text).id != PlainText.report(text + " Two are another.").id)
    }
}
