// What a unit test gets when it imports `electron`, directly or through a file it should not reach.
throw new Error('unit tests run without Electron: test the part below the adapter, or write an end-to-end test');
