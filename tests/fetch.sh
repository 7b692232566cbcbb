#!/usr/bin/env bash
# Fetches what the tests need and the lock cannot hold: Neo4j's jars, and a browser. What cannot be had is skipped by the
# tests, which say so at the end.
cd "$(dirname "$0")" || exit 1
if [ -z "$(ls ../.cache/neo4j/lib/neo4j-server-*.jar 2>/dev/null)" ] && command -v mvn >/dev/null; then
  echo "Fetching Neo4j's jars (116 MB) ..."
  mvn --quiet --batch-mode -Dstyle.color=never -f neo4j/pom.xml dependency:copy-dependencies -DoutputDirectory=../../.cache/neo4j/lib >/dev/null
fi
if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium ..."
  (apt-get update -qq && apt-get install -qq --no-install-recommends chromium) >/dev/null 2>&1
fi
exit 0
