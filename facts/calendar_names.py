"""The names of months and weekdays, full and short, with their numbers."""

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,"
        "september sept sep,october oct,november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
"""January is 1."""

WEEKDAY_NUMBERS = {
    name: number
    for number, names in enumerate(
        "monday mon,tuesday tue tues,wednesday wed,thursday thu thur thurs,friday fri,saturday sat,"
        "sunday sun".split(",")
    )
    for name in names.split()
}
"""Monday is 0, as in `datetime.date.weekday`."""
