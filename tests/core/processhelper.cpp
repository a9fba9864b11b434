// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program that processtest.cpp runs: does what its first argument says.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

int main(int argc, char *argv[])
{
    const std::string verb = argc > 1 ? argv[1] : "";
    if (verb == "echo") { // arguments, one a line, then standard input
        for (int i = 2; i < argc; ++i)
            std::printf("%s\n", argv[i]);
        char buffer[65536];
        while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stdin))
            std::fwrite(buffer, 1, count, stdout);
        return 0;
    }
    if (verb == "fail") {
        std::fprintf(stderr, "first\nlast words");
        return 3;
    }
    if (verb == "environment") {
        const char *value = std::getenv(argv[2]);
        std::printf("%s", value ? value : "(unset)");
        return 0;
    }
    if (verb == "flood") { // more than any pipe holds
        const std::string line(1023, 'x');
        for (int i = 0; i < 32 * 1024; ++i)
            std::printf("%s\n", line.c_str());
        return 0;
    }
    if (verb == "hang") {
        std::printf("ready\n");
        std::fflush(stdout);
        for (;;)
            std::getchar();
    }
    return 9;
}
