/** What a file is by its first bytes; its name says nothing about that. */
export type FileKind = 'zip' | 'ole' | 'html' | 'xml' | 'json' | 'text' | 'binary' | 'empty'

/** Bytes at the beginning of a file that {@link sniff} wants to see. */
export const SNIFFED = 4096

/** The kind of a file by its first bytes. */
export function sniff(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty'
  if (begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole'
  if (begins(head, [0xff, 0xfe]) || begins(head, [0xfe, 0xff])) return 'text'
  if (head.includes(0)) return 'binary'
  const start = new TextDecoder('latin1')
    .decode(head)
    .replace(/^(?:\xef\xbb\xbf)*\s*/, '')
    .slice(0, 200)
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<table|<head|<meta)/.test(start)) return 'html'
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) return /<html/.test(start) ? 'html' : 'xml'
  if (start.startsWith('{')) return 'json'
  return 'text'
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
