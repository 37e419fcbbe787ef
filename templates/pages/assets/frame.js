/* Of every page: what the design system shows only where scripts run. */
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
