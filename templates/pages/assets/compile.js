/* Shows how far a compile is, and loads the page again when it is done; without scripts a link does the same. */
const EVERY = 1000;

for (const part of document.querySelectorAll('[data-progress]'))
  void follow(part, part.querySelector('[data-progress-text]'));

async function follow(part, text) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    let jobs;
    try {
      const response = await fetch(part.dataset.progress, { headers: { Accept: 'application/json' } });
      if (response.status === 401 || response.status === 403) return location.reload();
      if (!response.ok) continue;
      ({ jobs } = await response.json());
    } catch {
      continue;
    }
    if (jobs.length === 0) {
      if (!isWriting()) return location.replace(location.pathname);
      // Saving the reason loads the page again.
      text.textContent = part.dataset.done;
      return;
    }
    const lines = jobs.map(({ title, step, by }) => {
      const line = document.createElement('p');
      line.className = 'govuk-body';
      const name = document.createElement('strong');
      name.textContent = title;
      const who = document.createElement('span');
      who.className = 'app-secondary';
      who.textContent = ` ${by}`;
      line.append(name, `: ${step}`, who);
      return line;
    });
    // Only what changed is read out.
    if (
      lines.map((line) => line.textContent).join('\n') !==
      [...text.children].map((line) => line.textContent).join('\n')
    )
      text.replaceChildren(...lines);
  }
}

/** Someone is in the middle of a reason, which loading the page again would lose. */
function isWriting() {
  return [...document.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue);
}
