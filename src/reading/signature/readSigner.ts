import { X509Certificate } from 'node:crypto';
import { type DerElement, derTag, readDer } from './der.js';

export interface Signer {
  /** Common name of the signing certificate, NFC. */
  readonly name: string;
  /** The organisation that the certificate names, NFC: an office signs under its own name (`VĂN PHÒNG`). */
  readonly organisation: string | null;
  /** ISO 8601 in UTC from the signed attributes; null where they hold none. */
  readonly time: string | null;
}

/** 1.2.840.113549.1.9.5 */
const signingTimeId = '2a864886f70d010905';

/** Who signed a CMS container (the /Contents of a PDF signature); null for what is none. Nothing is verified. */
export function readSigner(container: Uint8Array): Signer | null {
  const signedData = inside(readDer(container)[0], derTag.sequence, derTag.context0, derTag.sequence);
  if (signedData === null) return null;
  const parts = readDer(signedData.content);
  const certificates = certificatesIn(parts.find((part) => part.tag === derTag.context0));
  const signerInfo = readDer(parts.findLast((part) => part.tag === derTag.set)?.content ?? new Uint8Array())[0];
  const certificate = signingCertificate(certificates, signerInfo);
  if (certificate === null) return null;
  const name = attributeOf(certificate.subject, 'CN');
  const organisation = attributeOf(certificate.subject, 'O');
  return name === null ? null : { name, organisation, time: signingTime(signerInfo) };
}

function inside(element: DerElement | undefined, tag: number, ...children: readonly number[]): DerElement | null {
  if (element === undefined || element.tag !== tag) return null;
  const [next, ...rest] = children;
  if (next === undefined) return element;
  return inside(
    readDer(element.content).find((child) => child.tag === next),
    next,
    ...rest,
  );
}

function certificatesIn(element: DerElement | undefined): readonly X509Certificate[] {
  return readDer(element?.content ?? new Uint8Array()).flatMap(({ bytes }) => {
    try {
      return [new X509Certificate(bytes)];
    } catch {
      return [];
    }
  });
}

/** By the serial number that the signer's record names; else the certificate that issued none of the others. */
function signingCertificate(
  certificates: readonly X509Certificate[],
  signerInfo: DerElement | undefined,
): X509Certificate | null {
  const issuerAndSerial = readDer(signerInfo?.content ?? new Uint8Array()).find(({ tag }) => tag === derTag.sequence);
  const serial = readDer(issuerAndSerial?.content ?? new Uint8Array()).find(({ tag }) => tag === derTag.integer);
  const wanted = serial === undefined ? null : plainHex(Buffer.from(serial.content).toString('hex'));
  return (
    certificates.find(({ serialNumber }) => plainHex(serialNumber) === wanted) ??
    certificates.find(({ subject }) => certificates.every(({ issuer }) => issuer !== subject)) ??
    null
  );
}

function plainHex(hex: string): string {
  return hex.toLowerCase().replace(/^0+/, '');
}

/** An attribute of a subject as Node writes it: one a line, special characters escaped. */
function attributeOf(subject: string, name: 'CN' | 'O'): string | null {
  const line = subject.split('\n').find((attribute) => attribute.startsWith(`${name}=`));
  return line === undefined
    ? null
    : line
        .slice(name.length + 1)
        .replace(/\\(.)/g, '$1')
        .normalize('NFC')
        .trim();
}

function signingTime(signerInfo: DerElement | undefined): string | null {
  const attributes = readDer(signerInfo?.content ?? new Uint8Array()).find(({ tag }) => tag === derTag.context0);
  for (const attribute of readDer(attributes?.content ?? new Uint8Array())) {
    const [id, values] = readDer(attribute.content);
    if (id === undefined || Buffer.from(id.content).toString('hex') !== signingTimeId) continue;
    const time = readDer(values?.content ?? new Uint8Array())[0];
    return time === undefined ? null : utcTime(time);
  }
  return null;
}

/** UTCTime `250207005624Z` (years 50–99 are 19xx) or GeneralizedTime `20250207005624Z`. */
function utcTime({ tag, content }: DerElement): string | null {
  const text = Buffer.from(content).toString('latin1');
  const full = tag === derTag.utcTime ? `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
