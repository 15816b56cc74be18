#!/bin/sh
# Installs the calendar programs of the client tests and runs those tests, with the options given. Ends with an error where one is missing.
set -eu
cd "$(dirname "$0")/.."

have_all() {
  command -v khal >/dev/null && command -v calcurse >/dev/null && /usr/bin/python3 -c 'import icalendar' 2>/dev/null
}

if ! have_all; then
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends khal calcurse python3-icalendar
fi

khal --version
calcurse --version | head -n 1
/usr/bin/python3 -c 'import icalendar; print("python3-icalendar", icalendar.__version__)'

exec npx -y pnpm@12.21.0 test:clients "$@"
