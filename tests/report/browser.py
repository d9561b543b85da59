"""Headless Chromium for tests, steered through its DevTools pipe: no driver, no package, no port."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60
SWITCHES = (
    "--headless=new",
    "--no-sandbox",  # tests run as root in containers; the page is ours
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--remote-debugging-pipe",
)
SPECIAL = {"Enter": "\r", "Escape": "\x1b", "Tab": "\t"}


def executable() -> str | None:
    """Where Chromium is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """A browser process; each `open` is a tab of its own."""

    def __init__(self, folder: Path) -> None:
        read_commands, self._write = os.pipe()
        self._read, write_answers = os.pipe()
        self._folder = folder
        switches = [*SWITCHES, f"--user-data-dir={folder / 'profile'}"]
        redirect = f'exec "$0" "$@" 3<&{read_commands} 4>&{write_answers}'
        self._process = subprocess.Popen(
            ["bash", "-c", redirect, executable(), *switches],
            pass_fds=(read_commands, write_answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_commands)
        os.close(write_answers)
        self._buffer = b""
        self._number = 0
        self.events: list[dict] = []

    def close(self) -> None:
        with suppress(OSError, TimeoutError, RuntimeError):
            self.call("Browser.close")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._write)
        os.close(self._read)

    def call(self, method: str, session: str | None = None, **given) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(
        self, page: Path, *, beside: Tab | None = None, width: int = 1280, dark: bool = False, language: str = "en"
    ) -> Tab:
        """A page as a newcomer's browser shows it, or `beside` another: with what that one's has kept."""
        context = beside.context if beside else self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session, context)
        tab.call("Page.enable")
        tab.call("Runtime.enable")
        tab.call("Network.enable")
        tab.call("Log.enable")
        tab.call("Emulation.setLocaleOverride", locale=language)
        script = f"Object.defineProperty(navigator, 'language', {{value: {language!r}}})"
        tab.call("Page.addScriptToEvaluateOnNewDocument", source=script)
        mobile = width < 600
        tab.call("Emulation.setDeviceMetricsOverride", width=width, height=860, deviceScaleFactor=1, mobile=mobile)
        scheme = "dark" if dark else "light"
        tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call(
            "Browser.setDownloadBehavior", behavior="allow", browserContextId=context, downloadPath=str(self._folder)
        )
        tab.call("Page.navigate", url=page.resolve().as_uri())
        tab.wait("document.documentElement.dataset.ready !== undefined")
        return tab

    def _next(self) -> dict:
        while b"\0" not in self._buffer:
            if not select.select([self._read], [], [], PATIENCE)[0]:
                raise TimeoutError("the browser does not answer")
            data = os.read(self._read, 1 << 20)
            if not data:
                raise OSError("the browser is gone")
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)


class Tab:
    """One page: what it holds, and what a person does with it."""

    def __init__(self, browser: Browser, session: str, context: str) -> None:
        self.context = context
        self._browser = browser
        self._session = session

    def call(self, method: str, **given) -> dict:
        return self._browser.call(method, self._session, **given)

    def run(self, script: str):
        """The value of an expression in the page."""
        given = {"expression": script, "returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = self.call("Runtime.evaluate", **given)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait(self, script: str, seconds: float = PATIENCE) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with suppress(RuntimeError):
                if self.run(f"Boolean({script})"):
                    return
            time.sleep(0.02)
        raise TimeoutError(script)

    def press(self, *keys: str) -> None:
        for key in keys:
            text = SPECIAL.get(key, key)
            given = {"key": key, "text": "" if key == "Escape" else text, "unmodifiedText": text}
            if key == "Enter":
                given |= {"code": "Enter", "windowsVirtualKeyCode": 13}
            if key == "Escape":
                given |= {"code": "Escape", "windowsVirtualKeyCode": 27}
            self.call("Input.dispatchKeyEvent", type="keyDown", **given)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def text(self, selector: str) -> str:
        return self.run(f"document.querySelector({selector!r})?.textContent ?? ''")

    def texts(self, selector: str) -> list[str]:
        return self.run(f"Array.from(document.querySelectorAll({selector!r}), (each) => each.textContent)")

    def click(self, selector: str) -> None:
        self.run(f"document.querySelector({selector!r}).click()")

    def choose(self, selector: str, value: str) -> None:
        found = f"document.querySelector({selector!r})"
        self.run(f"{found}.value = {value!r}; {found}.dispatchEvent(new Event('change', {{bubbles: true}}))")

    def search(self, words: str) -> None:
        found = "document.querySelector('#search')"
        self.run(f"{found}.value = {words!r}; {found}.dispatchEvent(new Event('input', {{bubbles: true}}))")
        time.sleep(0.3)

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def requests(self) -> list[str]:
        """What the page asked for, itself left out."""
        self.run("1")
        asked = [each for each in self._browser.events if each.get("sessionId") == self._session]
        urls = [e["params"]["request"]["url"] for e in asked if e["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "blob:"))] + [
            url for url in urls if url.startswith("file:") and not url.endswith(".html")
        ]

    def complaints(self) -> list[str]:
        """Errors of scripts, and what the policy refused."""
        self.run("1")
        asked = [each for each in self._browser.events if each.get("sessionId") == self._session]
        said = [e["params"]["exceptionDetails"]["text"] for e in asked if e["method"] == "Runtime.exceptionThrown"]
        return said + [e["params"]["entry"]["text"] for e in asked if e["method"] == "Log.entryAdded"]
