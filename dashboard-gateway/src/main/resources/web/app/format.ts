const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 });

/** How many digits a step such as 0.010 has after the point. */
export function digits(step: string | undefined): number | undefined {
  if (step === undefined) {
    return undefined;
  }
  const fraction = step.split('.')[1] ?? '';
  return fraction.replace(/0+$/, '').length;
}

/** A decimal with its symbol's own precision; every digit that was sent is shown. */
export function decimal(value: string | null | undefined, precision?: number): string {
  if (value === null || value === undefined) {
    return '–';
  }
  const [whole, fraction = ''] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const shown = precision === undefined ? fraction : fraction.padEnd(precision, '0');
  return shown === '' ? grouped : `${grouped}.${shown}`;
}

/** A quotient, which has more digits than anybody reads, rounded to its symbol's precision. */
export function rounded(value: string, precision?: number): string {
  return decimal(precision === undefined ? value : Number(value).toFixed(precision));
}

export function amount(value: string | number): string {
  return money.format(Number(value));
}

/** With its sign, so that colour is never the only bearer of it. */
export function signed(value: number): string {
  const text = money.format(Math.abs(value));
  return value > 0 && text !== '0.00' ? `+${text}` : value < 0 && text !== '0.00' ? `−${text}` : text;
}

export function percent(value: number): string {
  return `${signed(value)} %`;
}

export function short(value: string): string {
  return plain.format(Number(value));
}

/** The class that colours a number. */
export function tone(value: number): string {
  return value > 0 ? 'up' : value < 0 ? 'down' : '';
}

/** Market days are UTC days: so is every time on the page. */
export function time(at: string | number): string {
  return new Date(at).toISOString().slice(11, 19);
}

export function dateTime(at: string | number): string {
  const text = new Date(at).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** Without the year, for narrow columns. */
export function shortTime(at: string | number): string {
  return dateTime(at).slice(5);
}

/** WORDS_LIKE_THIS as words. */
export function words(constant: string): string {
  return constant.toLowerCase().replace(/_/g, ' ');
}
