"""Subscribes to a calendar as GNOME does, through Evolution Data Server, and prints what it shows as JSON lines.

Arguments: the URL of the feed. A line on standard input makes it fetch the feed again.
"""
import json
import sys
import time
from urllib.parse import urlsplit

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
from gi.repository import ECal, EDataServer  # noqa: E402

url = urlsplit(sys.argv[1])
sources = EDataServer.SourceRegistry.new_sync(None)
source = EDataServer.Source.new_with_uid("xueshi-feed", None)
source.set_display_name("feed")
source.set_parent("webcal-stub")
source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
where = source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND)
where.set_resource_path(url.path)
authentication = source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION)
authentication.set_host(url.hostname)
authentication.set_port(url.port)
authentication.set_method("none")
source.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_secure(False)
source.get_extension(EDataServer.SOURCE_EXTENSION_OFFLINE).set_stay_synchronized(True)
sources.commit_source_sync(source, None)


def connect():
    """The server takes a moment to know the new source."""
    for attempt in range(50):
        found = sources.ref_source("xueshi-feed")
        if found is not None:
            return ECal.Client.connect_sync(found, ECal.ClientSourceType.EVENTS, 1, None)
        time.sleep(0.1)
    raise TimeoutError("the source did not appear")


def shown(client):
    found, components = client.get_object_list_as_comps_sync("#t", None)
    events = []
    for component in components:
        event = component.get_icalcomponent()
        start = event.get_dtstart()
        events.append(
            {
                "uid": event.get_uid(),
                "summary": event.get_summary(),
                "location": event.get_location(),
                "start": start.as_ical_string(),
                "epoch": None if start.is_date() else start.as_timet_with_zone(start.get_timezone() or zone(client, event)),
                "sequence": event.get_sequence(),
                "status": event.get_status().value_nick if hasattr(event.get_status(), "value_nick") else str(event.get_status()),
            }
        )
    return sorted(events, key=lambda event: (event["start"], event["uid"]))


def zone(client, event):
    """The zone that the server knows under the name in the event."""
    found, value = client.get_timezone_sync("Asia/Shanghai", None)
    return value


client = connect()
client.refresh_sync(None)
wanted = None
while True:
    # A refresh is done in the background: what is shown is printed once it stays the same.
    last = None
    for attempt in range(100):
        now = shown(client)
        if now == last and now != wanted and now:
            break
        last = now
        time.sleep(0.3)
    print(json.dumps(now), flush=True)
    wanted = now
    if sys.stdin.readline() == "":
        break
    client.refresh_sync(None)
