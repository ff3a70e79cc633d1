# Sourced by mvnw, run and .ci/run: sets JAVA_HOME to a JDK 25 or newer, or ends with a message that says what to do.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 25 ]
}

if ! is_jdk_25 "${JAVA_HOME:-}"; then
  unset found
  on_path=$(command -v javac 2>/dev/null)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for candidate in "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      found=$candidate
      break
    fi
  done
  if [ -z "${found:-}" ]; then
    echo "PSA Bridge needs a JDK 25 or newer, and none was found (looked at JAVA_HOME, the PATH, /usr/lib/jvm, /opt, SDKMAN)." >&2
    echo "Install one, for example from https://adoptium.net, or set JAVA_HOME to it, and try again." >&2
    exit 2
  fi
  JAVA_HOME=$found
  export JAVA_HOME
fi
