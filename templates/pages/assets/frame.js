/* Of every page: the design system's own behaviour, in Vietnamese. */
import {
  createAll,
  Button,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
} from 'asset:govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink])
  createAll(component);
