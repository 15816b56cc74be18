"""Reads one calendar with python3-icalendar, strictly, and prints its events as JSON. Any fault ends it."""
import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar


def moment(value):
    """A day as it is, an instant in UTC; a floating time is a fault."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        raise ValueError(f"floating time {value}")
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read().decode("utf-8", "strict"))

events = []
for component in calendar.walk():
    if component.errors:
        raise ValueError(component.errors)
    if component.name == "VEVENT":
        end = component.get("DTEND")
        events.append(
            {
                "uid": str(component["UID"]),
                "start": moment(component["DTSTART"].dt),
                "end": None if end is None else moment(end.dt),
                "stamp": moment(component["DTSTAMP"].dt),
                "summary": str(component["SUMMARY"]),
                "location": str(component.get("LOCATION", "")),
                "description": str(component["DESCRIPTION"]),
                "status": str(component["STATUS"]),
            }
        )

print(json.dumps({"name": str(calendar["X-WR-CALNAME"]), "events": events}))
