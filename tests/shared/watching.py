"""Debian's Chromium, and a page in it of which nothing goes unseen."""

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Watched:
    """A page in the browser, with every request and every complaint of its console on record."""

    def __init__(self, browser, **context):
        self.context = browser.new_context(**context)
        self.context.set_default_timeout(120_000)  # a machine that tests is busy: no test is about time
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)

    def open(self, address, *, width=1400, height=900, color_scheme="light", reduced_motion="no-preference"):
        """Go to an address; what was on record is forgotten."""
        self.requests, self.complaints, self.dialogs = [], [], []
        self.address = address
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media="null", color_scheme=color_scheme, reduced_motion=reduced_motion)
        self.page.goto(address)
        return self.page

    def leave(self):
        """Forget what the page has been told, so that it is as good as a new one."""
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.context.clear_cookies()
        for other in self.context.pages:
            if other is not self.page:
                other.close()

    def _refuse(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()


class Window:
    """Watched pages, used again and again: to make one takes more of a core than most tests.

    What only a new one can be told, such as to run no script, gives a new one, which is closed afterwards.
    """

    def __init__(self, browser):
        self._browser, self._usual, self._opened = browser, [], []

    def open(self, address, *, java_script_enabled=True, locale=None, **options):
        """The page at an address."""
        usual = java_script_enabled and locale is None
        if usual and self._usual:
            watched = self._usual.pop()
        else:
            watched = Watched(self._browser, java_script_enabled=java_script_enabled, locale=locale)
        self._opened.append((watched, usual))
        return watched.open(address, **options)

    def check(self, allowed):
        """That no page opened since the last time asked for what is not allowed, complained of anything or ran it."""
        opened, self._opened = self._opened, []
        for watched, _ in opened:
            watched.leave()
        for watched, usual in opened:
            assert [url for url in watched.requests if not allowed(url)] == []
            assert (watched.complaints, watched.dialogs) == ([], [])
            if usual:
                self._usual.append(watched)
            else:
                watched.context.close()

    def close(self):
        """Close all pages."""
        for watched in self._usual:
            watched.context.close()


def hindrances(page, part=None):
    """What keeps people from using a page or part of it, serious or critical as axe sees it; nothing if all is well."""
    from axe_playwright_python.sync_playwright import Axe

    told = Axe().run(page, part, {"resultTypes": ["violations"]}).response  # of the rest it makes no reports
    found = [one for one in told["violations"] if one["impact"] in ("serious", "critical")]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
