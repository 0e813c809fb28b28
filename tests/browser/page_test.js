// Run by page_test.sh: opens the page that it is given and uses it.
"use strict";
const { chromium } = require("playwright-core");

const kArguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
let failures = 0;

function check(passed, what) {
  if (passed) return;
  failures += 1;
  console.log("FAILED: " + what);
}

async function accessible(page, name) {
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const found = await page.evaluate(async () =>
    (await axe.run()).violations.map((one) => one.id + ": " + one.nodes[0].html));
  check(found.length === 0, name + ": axe: " + found.join("; "));
}

async function keys(page) {
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("n");
  check((await focused()) === "f1", "n goes to the first finding");
  await page.keyboard.press("j");
  check((await focused()) === "f2", "j goes to the next");
  await page.keyboard.press("k");
  check((await focused()) === "f1", "k goes back");
  await page.keyboard.press("?");
  check(await page.isVisible("#help"), "? shows the keys");
  await page.keyboard.press("Escape");
  check(!(await page.isVisible("#help")), "Esc closes them");
}

async function linkedWords(page) {
  const number = await page.evaluate(() => {
    const inColumn = (column) => Array.from(document.querySelectorAll(".c" + column +
      " mark[data-finding]"), (mark) => mark.dataset.finding);
    return inColumn(1).find((one) => inColumn(0).includes(one));
  });
  await page.hover(".c1 mark[data-finding='" + number + "']");
  check((await page.locator(".c0 mark.hot").count()) > 0, "pointing lights up the other side");
  check((await page.locator("li.hot").count()) === 1, "and the finding");
}

async function filters(page) {
  const rows = () => page.locator("#texts > tbody:visible").count();
  const before = await rows();
  await page.fill("#filters [name=path]", "7");
  const under = await page.$$eval("#texts > tbody:not([hidden]) th[data-path]",
    (heads) => heads.map((head) => head.dataset.path));
  check(under.length > 0 && under.every((path) => /^7(\.|$)/.test(path)), "a path filters");
  await page.fill("#filters [name=path]", "");
  await page.check("#filters [name=only]");
  const only = await rows();
  check(only > 0 && before > only, "rows without findings go");
  await page.uncheck("#filters [name=column][value='1']");
  check((await page.locator("#texts .c1:visible").count()) === 0, "a language takes its column away");
  await page.click("#filters button[type=reset]");
  await page.waitForFunction((count) =>
    document.querySelectorAll("#texts > tbody:not([hidden])").length === count, before);
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: kArguments });
  for (const scheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true });
    const page = await context.newPage();
    page.on("pageerror", (error) => check(false, "script: " + error.message));
    page.on("request", (request) =>
      check(request.url().startsWith("file:"), "fetched " + request.url()));
    await page.goto("file://" + process.argv[2]);
    await accessible(page, scheme);
    if (scheme === "dark") continue;
    await keys(page);
    await linkedWords(page);
    await filters(page);
  }
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto("file://" + process.argv[2]);
  check(!(await page.isVisible("#filters")), "without script there are no filters");
  check(await page.isVisible("#f1"), "without script the findings are there");
  await browser.close();
  process.exit(failures === 0 ? 0 : 1);
})();
