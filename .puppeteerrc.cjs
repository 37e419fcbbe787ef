// The browser comes from npm (@sparticuz/chromium) or CHROMIUM_PATH; puppeteer must not fetch one of its own.
module.exports = { skipDownload: true };
