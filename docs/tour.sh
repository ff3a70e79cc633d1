#!/bin/sh
# Five minutes with PSA Bridge: connect, verify, search, link, note, status, read back. Needs curl and a running ./run.
#   docs/tour.sh [http://127.0.0.1:8080]
set -eu

bridge=${1:-${PSA_BRIDGE_URL:-http://127.0.0.1:8080}}
tenant=tour-$(date +%s)-$$
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

say() { printf '\n== %s\n' "$1"; }

stop() {
  printf 'Unexpected: %s\n' "$1" >&2
  cat "$answer" >&2
  printf '\n' >&2
  exit 1
}

# call STATUS METHOD URL [JSON]: sends it, shows it, and stops unless the answer has that status
call() {
  expected=$1 method=$2 url=$3
  shift 3
  printf '%s %s\n' "$method" "$url"
  status=$(curl -sS -o "$answer" -w '%{http_code}' -X "$method" "$url" \
    -H "Authorization: Bearer ${token:-}" ${1+-H 'Content-Type: application/json' --data "$1"}) || stop "no answer from $url"
  [ "$status" = "$expected" ] || stop "status $status instead of $expected"
}

# first NAME: the first text member of that name in the answer
first() { tr ',{' '\n\n' <"$answer" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }

shows() { grep -qF -- "$1" "$answer" || stop "the answer does not show $1"; }

say 'A token for a tenant of our own, and the keys of the sandbox ConnectWise from the demo tenant'
call 200 POST "$bridge/dev/tokens" '{"tenantId":"demo","scope":"psa:read"}'
token=$(first token)
call 200 GET "$bridge/v1/connections"
site=$(first host)
token=
call 200 GET "$site/_sandbox"
company=$(first companyId) public=$(first publicKey) private=$(first privateKey)
call 200 POST "$bridge/dev/tokens" "{\"tenantId\":\"$tenant\",\"sub\":\"tour\"}"
token=$(first token)

say 'A wrong key is refused, and nothing is stored'
connect() {
  printf '{"provider":"connectwise","name":"Tour","site":{"host":"%s"},"credentials":{"companyId":"%s","publicKey":"%s","privateKey":"%s"}}' \
    "$site" "$company" "$public" "$1"
}
call 422 POST "$bridge/v1/connections" "$(connect wrong)"
shows '"code":"psa_authentication_failed"'
call 200 GET "$bridge/v1/connections"
shows '"items":[]'

say 'Connect'
call 201 POST "$bridge/v1/connections" "$(connect "$private")"
connection=$(first id)
shows '"status":"active"'

say 'Verify'
call 200 POST "$bridge/v1/connections/$connection/verify"
shows '"ok":true'

say 'Search an open ticket'
call 200 GET "$bridge/v1/connections/$connection/tickets?q=printer&closed=false&limit=1"
ticket=$(first id) summary=$(first summary)
[ -n "$ticket" ] || stop 'there is no open ticket about a printer'
printf 'Ticket %s: %s\n' "$ticket" "$summary"

say 'Link it to a record of our application'
call 201 POST "$bridge/v1/ticket-links" \
  "{\"connectionId\":\"$connection\",\"ticketId\":\"$ticket\",\"record\":{\"type\":\"device\",\"id\":\"printer-7\",\"title\":\"Printer 7\",\"url\":\"https://app.example.com/devices/7\"}}"
link=$(first id)

say 'Post a note on it, once'
text="Seen by the tour $tenant"
call 201 POST "$bridge/v1/ticket-links/$link/notes" "{\"text\":\"$text\",\"audience\":\"internal\"}"
shows '"state":"posted"'
note=$(first psaNoteId)

say 'Change its status to another one of its board'
call 200 GET "$bridge/v1/connections/$connection/tickets/$ticket/statuses"
wanted=$(tr '{' '\n' <"$answer" | grep '"closed":true' | sed -n 's/.*"id":"\([^"]*\)".*/\1/p' | head -n 1)
[ -n "$wanted" ] || stop 'the board has no closed status'
call 200 PUT "$bridge/v1/connections/$connection/tickets/$ticket/status" "{\"statusId\":\"$wanted\"}"
shows "\"status\":{\"id\":\"$wanted\""

say 'Read it all back'
call 200 GET "$bridge/v1/ticket-links/$link?refresh=true"
shows '"closed":true'
call 200 GET "$bridge/v1/connections/$connection/tickets/$ticket/notes?limit=200"
shows "$text"
call 200 GET "$bridge/v1/note-posts?connectionId=$connection"
shows "\"psaNoteId\":\"$note\""

say 'The same, seen inside the PSA'
token=
call 200 GET "$site/_sandbox/companies/$company/records/service/notes/$note"
shows "$text"
call 200 GET "$site/_sandbox/companies/$company/records/service/tickets/$ticket"
shows "\"id\":$wanted"

say 'Another tenant finds nothing'
call 200 POST "$bridge/dev/tokens" "{\"tenantId\":\"$tenant-other\"}"
token=$(first token)
call 404 GET "$bridge/v1/connections/$connection"

printf '\nThe tour is done.\n'
