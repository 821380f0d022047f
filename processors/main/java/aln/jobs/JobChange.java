package aln.jobs;

/** What can be changed about a job under way. */
public record JobChange(String priority) {}
