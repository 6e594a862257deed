'use client'
import dynamic from 'next/dynamic'

/** Written in by a few, on a page that all read: its script comes where it is shown. */
export const CorrectionForm = dynamic(async () => (await import('./issue-forms')).OpenCorrectionForm)
