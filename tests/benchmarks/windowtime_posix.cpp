// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts a program on the X display and prints two figures: milliseconds from exec to its first visible window of a
// window's size (at least 200 x 150: no splash screens, no helper windows), and its resident memory in kB two seconds
// after. Needs a display without a window manager, so that top-level windows are children of the root.

#include <xcb/xcb.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

bool isMainWindow(xcb_connection_t *display, xcb_window_t window)
{
    xcb_get_geometry_reply_t *geometry = xcb_get_geometry_reply(display, xcb_get_geometry(display, window), nullptr);
    const bool large = geometry && geometry->width >= 200 && geometry->height >= 150;
    std::free(geometry);
    return large;
}

// Waits for a MapNotify of a large enough window.
bool waitForWindow(xcb_connection_t *display, Clock::time_point deadline)
{
    while (Clock::now() < deadline) {
        while (xcb_generic_event_t *event = xcb_poll_for_event(display)) {
            const bool mapped = (event->response_type & 0x7f) == XCB_MAP_NOTIFY;
            const xcb_window_t window = reinterpret_cast<xcb_map_notify_event_t *>(event)->window;
            std::free(event);
            if (mapped && isMainWindow(display, window))
                return true;
        }
        pollfd wait{xcb_get_file_descriptor(display), POLLIN, 0};
        ::poll(&wait, 1, 100);
    }
    return false;
}

long residentKilobytes(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    std::string word;
    while (status >> word) {
        if (word == "VmRSS:") {
            long kilobytes = 0;
            status >> kilobytes;
            return kilobytes;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s PROGRAM [ARGUMENT ...]\n", argv[0]);
        return 2;
    }
    xcb_connection_t *display = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(display)) {
        std::fprintf(stderr, "no X display\n");
        return 1;
    }
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(display)).data->root;
    const uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(display);

    const Clock::time_point began = Clock::now();
    const pid_t process = ::fork();
    if (process == 0) {
        ::execvp(argv[1], argv + 1);
        std::perror(argv[1]);
        ::_exit(127);
    }
    const bool shown = waitForWindow(display, began + std::chrono::seconds(60));
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
    long resident = 0;
    if (shown) {
        std::this_thread::sleep_for(std::chrono::seconds(2)); // the figure is defined as "two seconds later"
        resident = residentKilobytes(process);
    }
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    xcb_disconnect(display);
    if (!shown) {
        std::fprintf(stderr, "no window within 60 s\n");
        return 1;
    }
    std::printf("%.1f %ld\n", static_cast<double>(taken.count()) / 1000.0, resident);
    return 0;
}
