import { css } from 'lit';

/** The configuration's form. */
export const formStyles = css`
  form {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
    gap: 14px;
  }

  fieldset {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 10px 14px;
    display: grid;
    gap: 10px;
    align-content: start;
    min-width: 0;
    margin: 0;
  }

  legend {
    color: var(--muted);
    padding: 0 6px;
  }

  input:not([type='checkbox']),
  select {
    width: 100%;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .check input {
    min-height: 0;
  }

  [aria-invalid='true'] {
    border-color: var(--down);
  }

  .file {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }

  summary {
    cursor: pointer;
    display: flex;
    gap: 10px;
    align-items: baseline;
    flex-wrap: wrap;
  }

  details[open] summary {
    margin-bottom: 12px;
  }

  .actions {
    grid-column: 1 / -1;
    align-items: center;
    margin: 0;
  }
`;
