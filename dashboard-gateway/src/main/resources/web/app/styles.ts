import { css } from 'lit';

/** What all parts of the page have in common. */
export const shared = css`
  :host {
    display: block;
    min-width: 0;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  section.panel {
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 12px 14px;
    height: 100%;
    min-width: 0;
    display: flex;
    flex-direction: column;
  }

  .head {
    display: flex;
    align-items: center;
    gap: 10px;
    flex-wrap: wrap;
    margin-bottom: 8px;
  }

  h2 {
    font-size: 13px;
    font-weight: 600;
    letter-spacing: 0.03em;
    margin: 0;
    color: var(--text);
  }

  .spacer {
    flex: 1;
  }

  .muted,
  .empty {
    color: var(--muted);
  }

  .empty {
    padding: 14px 0;
    text-align: center;
  }

  .up {
    color: var(--up-text);
  }

  .down {
    color: var(--down-text);
  }

  .warn {
    color: var(--warn);
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .is-stale .number {
    opacity: 0.45;
  }

  .scroll {
    overflow: auto;
    max-height: 330px;
    margin: 0 -14px -12px;
    padding: 0 14px 8px;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--panel);
    color: var(--muted);
    font-weight: 500;
    font-size: 12px;
    text-align: left;
    padding: 4px 10px 6px 0;
    white-space: nowrap;
  }

  td {
    padding: 5px 10px 5px 0;
    border-top: 1px solid var(--line);
    white-space: nowrap;
  }

  th.right,
  td.right {
    text-align: right;
  }

  td.wrap {
    white-space: normal;
  }

  button,
  select,
  input,
  textarea {
    font: inherit;
    color: var(--text);
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 6px 10px;
    min-height: 34px;
  }

  button {
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    border-color: var(--muted);
  }

  button:disabled {
    opacity: 0.4;
    cursor: not-allowed;
  }

  button.primary {
    background: #1f6feb;
    border-color: #1f6feb;
    color: #fff;
  }

  button.danger {
    background: #b62324;
    border-color: #b62324;
    color: #fff;
    font-weight: 600;
  }

  button.link {
    background: none;
    border: none;
    color: var(--accent);
    padding: 2px 4px;
    min-height: 0;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .badge {
    display: inline-block;
    border-radius: 5px;
    padding: 1px 7px;
    font-size: 12px;
    font-weight: 600;
    background: var(--raised);
    border: 1px solid var(--line);
    white-space: nowrap;
  }

  .badge.up {
    border-color: var(--up);
  }

  .badge.down {
    border-color: var(--down);
  }

  .badge.warn {
    border-color: var(--warn);
  }

  label {
    display: block;
  }

  .error {
    color: var(--down-text);
  }

  dialog {
    background: var(--panel);
    color: var(--text);
    border: 1px solid var(--line);
    border-radius: 12px;
    padding: 18px 20px;
    width: min(560px, calc(100vw - 32px));
    max-height: calc(100vh - 48px);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgba(0, 0, 0, 0.6);
  }

  dialog h2 {
    font-size: 16px;
    margin-bottom: 8px;
  }

  .actions {
    display: flex;
    justify-content: flex-end;
    gap: 10px;
    margin-top: 16px;
    flex-wrap: wrap;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
