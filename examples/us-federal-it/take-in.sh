#!/bin/sh
# Takes the tables of the dashboard in, those of 2013 before those of 2016: what has no day is as the last one says.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${THROUGHLINE_DATA_FOLDER:-$here/../../../shared/data}/us-it-dashboard
take() {
  year=$1
  shift
  (cd "$data/$year" && node "$here/../../bin/throughline.mjs" import records "$@" \
    --mapping "$here/tables/by-$year.yaml" --reason "the dashboard of $year" "$here")
}
take 2013 Summary_of_Funding.csv Projects.csv
take 2013 CIO_Evaluation_History.csv
take 2013 Investment_Baseline_History.csv
take 2013 Performance_Metrics.csv
take 2016 Life_Cycle_Costs.csv Projects.csv
take 2016 Performance_Metrics.csv
