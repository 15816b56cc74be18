#!/bin/sh
# Installs the calendar programs and the browser of the client tests and runs those tests, with the options given. Ends with an error where one is missing.
set -eu
cd "$(dirname "$0")/.."

packages="khal calcurse python3-icalendar python3-httplib2 gcc libc6-dev pkg-config libical-dev vdirsyncer radicale \
  evolution-data-server gir1.2-ecal-2.0 gir1.2-edataserver-1.2 python3-gi dbus chromium fonts-wqy-microhei"

have_all() {
  # shellcheck disable=SC2086 # a list of words
  [ "$(dpkg-query -W -f '${db:Status-Status}\n' $packages 2>/dev/null | grep -c '^installed$')" -eq "$(echo $packages | wc -w)" ]
}

if ! have_all; then
  apt-get update
  # shellcheck disable=SC2086 # a list of words
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
fi

# shellcheck disable=SC2086 # a list of words
dpkg-query -W $packages

exec npx -y pnpm@12.21.0 test:clients "$@"
