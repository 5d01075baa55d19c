; The files of the program: asking it to close, replacing it whole, removing it. Never anything else: a desk file or
; another file beside the program stays. Functions work on the folder $R0.

!define PATIENCE 40000 ; milliseconds for the program to close: it gives itself 20 seconds, and starts in a few
!define TRIES 25 ; how often a file that is still held is tried again, 200 ms apart: a scanner lets go soon

Var InUse
Var Failed

!macro EachPart DO FROM TO ; all that is in the folder of the program; what is first says whether it is there
  !insertmacro ${DO} "${FROM}" "${TO}" "${PROGRAM}"
  !insertmacro ${DO} "${FROM}" "${TO}" "${CONSOLE}"
  !insertmacro ${DO} "${FROM}" "${TO}" "_internal"
!macroend

!macro MovePart FROM TO NAME
  ${If} $Failed == ""
  ${AndIf} ${FileExists} "${FROM}\${NAME}"
    StrCpy $1 "${FROM}\${NAME}"
    StrCpy $2 "${TO}\${NAME}"
    !insertmacro CallEither MoveOne
  ${EndIf}
!macroend

!macro DropNewPart FROM TO NAME ; what is no more in FROM was moved to TO already
  ${IfNot} ${FileExists} "${FROM}\${NAME}"
    !insertmacro DropPart "${TO}\${NAME}"
  ${EndIf}
!macroend

!macro DropPart PATH
  ${If} ${FileExists} "${PATH}\*.*"
    RMDir /r "${PATH}"
  ${Else}
    Delete "${PATH}"
  ${EndIf}
!macroend

!macro TakeBackPart FROM TO NAME
  ${If} ${FileExists} "${FROM}\${NAME}"
    Rename "${FROM}\${NAME}" "${TO}\${NAME}"
  ${EndIf}
!macroend

!macro FindPart FROM TO NAME
  ${If} ${FileExists} "${FROM}\${NAME}"
    StrCpy $0 "found"
  ${EndIf}
!macroend

!macro CallEither NAME
  !ifdef __UNINSTALL__
    Call un.${NAME}
  !else
    Call ${NAME}
  !endif
!macroend

!macro BOTH_PROGRAM UN

; Is it in use?

Function ${UN}LookAtFile ; of Locate: $R9 is a file. A program that runs, and its libraries, cannot be opened to write.
  ClearErrors
  FileOpen $R1 $R9 a
  ${If} ${Errors}
    StrCpy $InUse 1
    Push StopLocate
  ${Else}
    FileClose $R1
    Push ""
  ${EndIf}
FunctionEnd

Function ${UN}Look ; $InUse: 1 when a file of the program in $R0 is in use
  StrCpy $InUse 0
  ${If} ${FileExists} "$R0\${PROGRAM}"
    StrCpy $R9 "$R0\${PROGRAM}"
    Call ${UN}LookAtFile
    Pop $2
  ${EndIf}
  ${If} $InUse = 0
  ${AndIf} ${FileExists} "$R0\${CONSOLE}"
    StrCpy $R9 "$R0\${CONSOLE}"
    Call ${UN}LookAtFile
    Pop $2
  ${EndIf}
  ${If} $InUse = 0
  ${AndIf} ${FileExists} "$R0\_internal\*.*"
    ${${UN}Locate} "$R0\_internal" "/L=F" "${UN}LookAtFile"
  ${EndIf}
FunctionEnd

Function ${UN}MakeFree ; have the program in $R0 closed; ends the installer when it stays open
  again:
  Call ${UN}Look
  ${If} $InUse = 0
    Return
  ${EndIf}
  DetailPrint "$(Closing)"
  nsExec::Exec /TIMEOUT=${PATIENCE} '"$R0\${PROGRAM}" --close'
  Pop $3
  ${If} $3 == 0 ; every window is closed, the programs end in a moment
    ${For} $4 1 ${TRIES}
      Call ${UN}Look
      ${If} $InUse = 0
        Return
      ${EndIf}
      Sleep 200
    ${Next}
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY again
  RMDir /r "$INSTDIR\${NEW}"
  SetErrorLevel 4
  Quit
FunctionEnd

; Moving

Function ${UN}MoveOne ; $1 to $2; $Failed is set when it does not go
  ${For} $3 1 ${TRIES}
    ClearErrors
    Rename $1 $2
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 200
  ${Next}
  StrCpy $Failed 1
FunctionEnd

Function ${UN}MendBrokenSwap ; the computer went off in the middle of a swap: the old program is put back whole
  ${If} ${FileExists} "$R0\${OLD}\*.*"
    StrCpy $0 "" ; a swap has come to its end when nothing is left to be moved in
    !insertmacro EachPart FindPart "$R0\${NEW}" ""
    ${If} $0 == "found"
      !insertmacro EachPart DropNewPart "$R0\${NEW}" "$R0"
      !insertmacro EachPart TakeBackPart "$R0\${OLD}" "$R0"
    ${EndIf}
    Call ${UN}DropOld
  ${EndIf}
FunctionEnd

Function ${UN}TakeOut ; move the program in $R0 out of the way; if that fails it is put back and the installer ends
  StrCpy $Failed ""
  CreateDirectory "$R0\${OLD}"
  !insertmacro EachPart MovePart "$R0" "$R0\${OLD}"
  ${If} $Failed == 1
    !insertmacro EachPart TakeBackPart "$R0\${OLD}" "$R0"
    RMDir "$R0\${OLD}"
    RMDir /r "$R0\${NEW}"
    !insertmacro Refuse 8 "$(NotReplaced)"
  ${EndIf}
FunctionEnd

; Of Locate: a desk file that somebody keeps among the program's own goes one folder up, under a free name, with what a
; killed program left beside it, which belongs to this file and to no other.
Function ${UN}SaveFile
  StrCpy $R1 "$R0\$R7"
  ${For} $R2 2 99
    ${IfNot} ${FileExists} $R1
    ${AndIfNot} ${FileExists} "$R1-wal"
    ${AndIfNot} ${FileExists} "$R1-journal"
      ${Break}
    ${EndIf}
    StrCpy $R1 "$R0\$R2 $R7"
  ${Next}
  Rename $R9 $R1
  Rename "$R9-wal" "$R1-wal"
  Rename "$R9-journal" "$R1-journal"
  Push ""
FunctionEnd

Function ${UN}DropOld ; delete what was taken out; desk files are nobody's but the director's
  ${${UN}Locate} "$R0\${OLD}" "/L=F /M=*${SUFFIX}" "${UN}SaveFile"
  RMDir /r "$R0\${OLD}"
FunctionEnd

Function ${UN}RemoveProgram
  Call ${UN}TakeOut
  Call ${UN}DropOld
  Delete "$R0\${UNINSTALLER}"
FunctionEnd

!macroend
!insertmacro BOTH_PROGRAM ""
!insertmacro BOTH_PROGRAM "un."

; A folder cannot be exchanged for another in one step, as files of the director's may be in it: each part is renamed.
Function Swap
  Call TakeOut
  !insertmacro EachPart MovePart "$R0\${NEW}" "$R0"
  ${If} $Failed == 1
    !insertmacro EachPart DropNewPart "$R0\${NEW}" "$R0"
    !insertmacro EachPart TakeBackPart "$R0\${OLD}" "$R0"
    RMDir "$R0\${OLD}"
    RMDir /r "$R0\${NEW}"
    !insertmacro Refuse 8 "$(NotReplaced)"
  ${EndIf}
  Delete "$R0\${UNINSTALLER}"
  Rename "$R0\${NEW}\${UNINSTALLER}" "$R0\${UNINSTALLER}"
  Call DropOld
FunctionEnd
