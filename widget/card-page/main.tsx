// Entry of the card page.
import './card-page.css';
import { render } from 'preact';
import { CardPage } from './card-page.tsx';
import { createPageApi } from './page-api.ts';
import { offeredText } from './page-language.ts';
import { english } from './text.ts';

const root = document.getElementById('page');
// The secret stands behind the `#`: browsers send that to nobody.
const api = createPageApi(location.href.split('#')[0] ?? '', location.hash.slice(1));
// Another link in the same tab changes only what stands there: the page would stay with the first.
addEventListener('hashchange', () => location.reload());
const text = offeredText() ?? english;
if (root !== null) render(<CardPage api={api} text={text} locale={navigator.language} />, root);
