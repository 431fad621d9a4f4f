"""A headless Chromium with one report open in it, and what tests ask of it."""

import json
import pathlib
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

LOCAL = ("file:", "data:", "blob:", "about:", "chrome:", "chrome-error:")


def start(downloads):
    """A browser that keeps what it downloads in a folder, and its console and requests in logs."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)}
    )
    return driver


class Page:
    """One report in the browser."""

    def __init__(self, driver, path, downloads):
        self.driver = driver
        self.address = pathlib.Path(path).resolve().as_uri()
        self.downloads = pathlib.Path(downloads)

    def open(self, fragment="", width=1280, theme="light"):
        """Opens the report anew, at a fragment such as `#score`."""
        self.size(width)
        self.media([{"name": "prefers-color-scheme", "value": theme}])
        self.driver.get("about:blank")
        self.driver.get(self.address + fragment)
        self.wait(lambda: self.all("main h1"), "the view")
        return self

    def size(self, width, height=900):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def media(self, features):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def all(self, css, within=None):
        return (within or self.driver).find_elements(By.CSS_SELECTOR, css)

    def one(self, css, within=None):
        return (within or self.driver).find_element(By.CSS_SELECTOR, css)

    def texts(self, css, within=None):
        """The visible text of each element, with blanks and line ends as one blank."""
        return [" ".join(element.text.split()) for element in self.all(css, within)]

    def button(self, words, within=None):
        """The button whose visible text is, or begins with, these words."""
        for button in self.all("button", within):
            if button.is_displayed() and button.text.strip().startswith(words):
                return button
        raise AssertionError(f"no button {words!r}")

    def choose(self, label, value):
        """Chooses in the select with this label, as a user does."""
        self.script(
            """const field = [...document.querySelectorAll("main label.field")]
                 .find((label) => label.firstChild.textContent === arguments[0]);
               const select = field.querySelector("select");
               select.value = arguments[1];
               select.dispatchEvent(new Event("change", { bubbles: true }));""",
            label, value,
        )
        self.settle()

    def script(self, text, *values):
        return self.driver.execute_script(text, *values)

    def settle(self):
        """Waits until the browser has painted what was asked for, a new fragment included."""
        self.driver.execute_async_script(
            "const done = arguments[0];"
            "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 0);"
        )

    def rest(self):
        """Waits until nothing moves any more."""
        self.driver.execute_async_script(
            "const done = arguments[0];"
            "Promise.all(document.getAnimations().map((moving) => moving.finished)).then(() => done());"
        )

    def wait(self, condition, what, seconds=15):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited for {what} in vain"
            time.sleep(0.02)

    def press(self, *keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()
        self.settle()

    def press_quietly(self, key):
        """A key whose effect is there at once, such as Tab."""
        kind = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
        assert key == Keys.TAB
        self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", kind)
        self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {**kind, "type": "keyUp"})

    def focused(self):
        return self.driver.switch_to.active_element

    def fragment(self):
        return self.script("return location.hash")

    def downloaded(self, press):
        """The text of the file that a press downloads."""
        for old in self.downloads.iterdir():
            old.unlink()
        press()
        self.wait(lambda: [f for f in self.downloads.iterdir() if f.suffix == ".csv"], "a file")
        [file] = self.downloads.glob("*.csv")
        self.wait(lambda: file.stat().st_size > 0, "its text")
        return file.name, file.read_bytes().decode("utf-8")

    def errors(self):
        """What the console complained about since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """Addresses outside this machine that were asked for since the log was last read."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                if not address.startswith(LOCAL):
                    found.append(address)
        return found
