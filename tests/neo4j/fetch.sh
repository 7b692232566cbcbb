#!/bin/sh
# Fetch the jars of Neo4j Community (116 MB, once) into .cache/neo4j/lib; needs mvn. Java 17 runs them.
set -eu
cd "$(dirname "$0")/../.."
target=.cache/neo4j
wanted=$(cksum < tests/neo4j/pom.xml)
[ -f "$target/fetched" ] && [ "$(cat "$target/fetched")" = "$wanted" ] && exit 0
command -v mvn > /dev/null || { echo "mvn is not installed: the graph is not tested on Neo4j" >&2; exit 1; }
rm -rf "$target"
mvn -q -B -f tests/neo4j/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$target/lib"
echo "$wanted" > "$target/fetched"
