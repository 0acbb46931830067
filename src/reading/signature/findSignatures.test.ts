import { describe, expect, it } from 'vitest';
import { readDer } from './der.js';
import { findSignatures } from './findSignatures.js';
import { readSigner } from './readSigner.js';

/** A CMS container signed with a throw-away certificate of a made-up agency (openssl cms -sign); its key is gone. */
const container = Buffer.from(
  `
MIID2wYJKoZIhvcNAQcCoIIDzDCCA8gCAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBoIIB7jCCAeowggGPoAMCAQICFE4V3YX7l/jZ7h
M2+Mnfa69Km2zoMAoGCCqGSM49BAMCMEkxCzAJBgNVBAYTAlZOMRcwFQYDVQQKDA5DxqEgcXVhbiBt4bqrdTEhMB8GA1UEAwwYU+G7nyBN4bqr
dSwgdOG7iW5oIE3huqt1MCAXDTI2MTEyMzE0MTkzMFoYDzIxMjYxMDMwMTQxOTMwWjBJMQswCQYDVQQGEwJWTjEXMBUGA1UECgwOQ8ahIHF1YW
4gbeG6q3UxITAfBgNVBAMMGFPhu58gTeG6q3UsIHThu4luaCBN4bqrdTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNidXCGsmduYV733DTMj
nyIl9WJEOMp5cix+qx1RKh+9W+qwVJ7qvA4KcEvxsQCnSZEpGVdSHz4KBiUK1o0+Cu2jUzBRMB0GA1UdDgQWBBT3Z7HWdJlFA+YOQWjMn/FFqp
aTLTAfBgNVHSMEGDAWgBT3Z7HWdJlFA+YOQWjMn/FFqpaTLTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCn0lTEOa133Fd3
m0OEpgb4FTuBO22Qe/d+DHsO99VbGgIhAP9KQ+tR7l01R1k9T/GVZIHfW2ulNGFdaySjCbUUQzVWMYIBszCCAa8CAQEwYTBJMQswCQYDVQQGEw
JWTjEXMBUGA1UECgwOQ8ahIHF1YW4gbeG6q3UxITAfBgNVBAMMGFPhu58gTeG6q3UsIHThu4luaCBN4bqrdQIUThXdhfuX+NnuEzb4yd9rr0qb
bOgwCwYJYIZIAWUDBAIBoIHkMBgGCSqGSIb3DQEJAzELBgkqhkiG9w0BBwEwHAYJKoZIhvcNAQkFMQ8XDTI2MTEyMzE0MTkzMFowLwYJKoZIhv
cNAQkEMSIEICzyTbpfsKMOJug7KsW54p4bFh5cH6dCXnMEM2KTi5gkMHkGCSqGSIb3DQEJDzFsMGowCwYJYIZIAWUDBAEqMAsGCWCGSAFlAwQB
FjALBglghkgBZQMEAQIwCgYIKoZIhvcNAwcwDgYIKoZIhvcNAwICAgCAMA0GCCqGSIb3DQMCAgFAMAcGBSsOAwIHMA0GCCqGSIb3DQMCAgEoMA
oGCCqGSM49BAMCBEcwRQIhAPnXzaB4Vf3HqwBdt1xOcivHIoVFKQWoRFId19W/R9amAiBn5Iwn51Nx6xtgVsbNMEbuNk0GEvaTVkCWSLU9eD7b
pQ==`,
  'base64',
);

/** The bytes of a signed PDF as far as signatures go: an object whose gap holds the container in hexadecimal. */
function signed(entries: string, rest: string, coverAll = true): Buffer {
  const contents = `<${container.toString('hex')}0000>`;
  const build = (range: string): { readonly text: string; readonly gap: number } => {
    const before = `%PDF-1.7\n7 0 obj\n<</Type/Sig/ByteRange ${range}${entries}/Contents `;
    return { text: `${before}${contents}>>\nendobj\n${rest}`, gap: before.length };
  };
  const draft = build('[0000000000 0000000000 0000000000 0000000000]');
  const resume = draft.gap + contents.length;
  const numbers = [0, draft.gap, resume, coverAll ? draft.text.length - resume : 10];
  const range = `[${numbers.map((value) => String(value).padStart(10, '0')).join(' ')}]`;
  return Buffer.from(build(range).text, 'latin1');
}

describe('readSigner', () => {
  it('gives the common name and the organisation of the signing certificate and the signed time', () => {
    const signer = readSigner(container);
    expect(signer?.name).toBe('Sở Mẫu, tỉnh Mẫu');
    expect(signer?.organisation).toBe('Cơ quan mẫu');
    expect(signer?.time).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('gives null for what is no container, and for one cut short', () => {
    expect(readSigner(Buffer.from('no signature'))).toBeNull();
    expect(readSigner(container.subarray(0, 200))).toBeNull();
  });
});

describe('readDer', () => {
  it('reads elements of indefinite length, as some programs write them', () => {
    const [outer] = readDer(Buffer.from('3080020105020106' + '0000', 'hex'));
    expect(outer?.bytes).toHaveLength(10);
    expect(readDer(outer?.content ?? new Uint8Array())).toHaveLength(2);
  });
});

describe('findSignatures', () => {
  it('tells signer, time of the dictionary and that the whole file is covered', () => {
    const file = signed("/Name(Phần mềm ký)/M(D:20231228142343+07'00')", '%%EOF\n');
    expect(findSignatures(file)).toEqual([
      {
        signer: 'Sở Mẫu, tỉnh Mẫu',
        organisation: 'Cơ quan mẫu',
        time: '2023-12-28T14:23:43+07:00',
        coversWholeFile: true,
      },
    ]);
  });

  it('tells a signature that does not cover what was added later', () => {
    expect(findSignatures(signed('', '8 0 obj\nnull\nendobj\n', false))[0]?.coversWholeFile).toBe(false);
  });

  it('falls back on the signed time, and leaves time stamps out', () => {
    expect(findSignatures(signed('', ''))[0]?.time).toMatch(/Z$/);
    expect(findSignatures(signed('/Type/DocTimeStamp', ''))).toEqual([]);
  });

  it('finds none in a file without any', () => {
    expect(findSignatures(Buffer.from('%PDF-1.7 /ByteRange [0 1 2 3]'))).toEqual([]);
  });
});
