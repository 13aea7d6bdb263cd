// Nothing but the headers that all tests include (tests.cmake).
