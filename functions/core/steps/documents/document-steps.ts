// All that the api asks of documents, in one module that it loads when it is first asked.

export { outlineTexts } from '../../texts/outline-texts.ts';
export { dropDocumentDraft, saveDocumentDraft } from './edit-draft.ts';
export { exportBundle } from './export-bundle.ts';
export { importBundle } from './import-bundle.ts';
export { diffBundle } from './judge-bundle.ts';
export { previewMapping } from './preview-mapping.ts';
export { publishDocument, rollBackDocument, switchFlow } from './publish-document.ts';
export { compareVersions, listDocuments, showDocument, showVersion } from './show-documents.ts';
export { suggestFields } from './suggest-fields.ts';
