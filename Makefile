.PHONY: help run verify faults format map bench clean

help:    ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

run:     ## start the hub
	mvn spring-boot:run

verify:  ## all tests
	mvn verify

faults:  ## the fault matrix, short and on the parts that come along
	mvn test-compile failsafe:integration-test@faults failsafe:verify@faults

format:  ## google-java-format
	mvn -q spotless:apply

map:     ## draw the map in routes/README.md anew
	mvn -q test -Dtest=RouteMapTest -Daln.write=true

bench:   ## speed and memory, as ratios
	bench/run

clean:   ## forget what was built and the hub's data
	mvn -q clean && rm -rf data
