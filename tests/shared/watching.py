"""Debian's Chromium, and a page in it of which nothing goes unseen."""

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Watched:
    """A page in the browser, with every request and every complaint of its console on record."""

    def __init__(self, browser, address, *, width=1400, height=900, **context):
        self.context = browser.new_context(viewport={"width": width, "height": height}, **context)
        self.page = self.context.new_page()
        self.requests, self.complaints, self.dialogs = [], [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.address = address
        self.page.goto(self.address)

    def _refuse(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()


def hindrances(page):
    """What keeps people from using a page, serious or critical as axe sees it; nothing where all is well."""
    from axe_playwright_python.sync_playwright import Axe

    found = [one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
