#!/bin/sh
# Runs a command with an unlocked keyring of its own. The session bus around it ends both.
printf 'keydesk' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1

unlocked() {
  dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
    org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null |
    grep -q 'boolean false'
}

tries=0
until unlocked; do
  tries=$((tries + 1))
  if [ "$tries" -gt 100 ]; then
    echo 'The keyring of this session could not be unlocked.' >&2
    exit 1
  fi
  sleep 0.1
done

exec "$@"
