# Sourced by ./start and ./test: sets JAVA_HOME to a JDK that is new enough, or says in one sentence why there is none.

NEEDED_JDK=25

# The major version of the JDK in $1; nothing when there is no complete JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# The JDK that the java on the PATH belongs to.
jdk_on_path() {
  local file link
  file=$(command -v javac || command -v java) || return 0
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in /*) file=$link ;; *) file=$(dirname "$file")/$link ;; esac
  done
  dirname "$(dirname "$file")"
}

find_jdk() {
  local candidate version oldest_known=""
  while IFS= read -r candidate; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate")
    [ -n "$version" ] || continue
    if [ "$version" -ge $NEEDED_JDK ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
    oldest_known="${oldest_known:+$oldest_known, }JDK $version in $candidate"
  done <<EOF
${JAVA_HOME:-}
$(jdk_on_path)
$(ls -d /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
  "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home 2>/dev/null | sort -r)
EOF
  if [ -n "$oldest_known" ]; then
    echo "Crypto Trader Pro needs JDK $NEEDED_JDK or newer, but there is only $oldest_known: install one (https://adoptium.net) or point JAVA_HOME to it." >&2
  else
    echo "Crypto Trader Pro needs JDK $NEEDED_JDK or newer and found none: install one (https://adoptium.net) or point JAVA_HOME to it." >&2
  fi
  return 1
}
