#!/bin/sh
# Takes the reports in, the oldest first: what has no day is as the last one says.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${THROUGHLINE_DATA_FOLDER:-$here/../../../shared/data}/uk-gmpp
for report in gmpp_2022_23 gmpp_2023_24 gmpp_2024_25; do
  node "$here/../../bin/throughline.mjs" import records "$data/$report.csv" --reason "$report" "$here"
done
