"""Timeline: what is said of which day."""


def days(comparison):
    return [(entry.value, entry.words) for entry in comparison.timeline]


def test_entries_stand_in_the_order_of_their_days(make_accounts, compare):
    text = "The bridge will reopen on May 3. It closed on January 6 after a crack was found. It is old."
    found = days(compare(make_accounts(text)))
    assert [value for value, _ in found] == ["2026-01-06", "2026-05-03"]


def test_one_thing_of_two_accounts_is_one_entry_with_both_outlets(make_accounts, compare):
    left = "The bridge at Korsund collapsed into the river on March 2."
    right = "On 2 March the Korsund bridge collapsed into the river."
    timeline = compare(make_accounts(left, right)).timeline
    assert [(entry.value, entry.outlets) for entry in timeline] == [
        ("2026-03-02", ("Port Vell Courier", "Sund Gazette"))
    ]


def test_a_statement_without_a_date_is_in_no_timeline(make_accounts, compare):
    assert compare(make_accounts("The bridge is old.")).timeline == ()
