-- Where the database has an index of lists, a search of the log looks its words up in it; elsewhere it walks along the index of before.
${words_looked_up};
