; What stands in for the programs in the tests of the installer: notes how it was called, and closes when it is asked.
; --exec starts the command line of command.txt (UTF-16) as the shell of Windows does, and is not noted.
; All it knows of the test is the folder STAND_IN_FOLDER of the environment:
;   calls.txt (UTF-16)  one line a call: number of arguments, then the first of them
;   stays     while it exists, --close is refused with exit code 2
;   running   exists while --run, --hold or --read runs; they end when "ask" appears
Unicode true
Target amd64-unicode
OutFile "${OUT}"
SilentInstall silent
RequestExecutionLevel user
SetCompress off
!include LogicLib.nsh
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Stand-in"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Stand-in"
VIAddVersionKey "LegalCopyright" "none"

Var Folder

Function RunUntilAsked
  FileOpen $1 "$Folder\running" w
  FileClose $1
  ${For} $1 1 600
    ${If} ${FileExists} "$Folder\ask"
      ${Break}
    ${EndIf}
    Sleep 50
  ${Next}
  Delete "$Folder\ask"
  Delete "$Folder\running"
FunctionEnd

Section
  ReadEnvStr $Folder STAND_IN_FOLDER
  System::Call 'kernel32::GetCommandLineW() p .r1'
  System::Call 'shell32::CommandLineToArgvW(p r1, *i .r2) p .r3'
  StrCpy $5 ""
  StrCpy $6 ""
  ${If} $2 > 1
    IntPtrOp $4 $3 + ${NSIS_PTR_SIZE}
    System::Call '*$4(w .r5)'
  ${EndIf}
  ${If} $2 > 2
    IntPtrOp $4 $4 + ${NSIS_PTR_SIZE}
    System::Call '*$4(w .r6)'
  ${EndIf}
  ${If} $5 == "--exec"
    FileOpen $1 "$Folder\command.txt" r
    FileReadUTF16LE $1 $6
    FileClose $1
    ExecWait $6
    Return
  ${EndIf}
  IntOp $2 $2 - 1
  FileOpen $1 "$Folder\calls.txt" a
  FileSeek $1 0 END
  FileWriteUTF16LE $1 "$2 $5$\n"
  FileClose $1

  ${If} $5 == "--run"
    Call RunUntilAsked
  ${ElseIf} $5 == "--hold" ; --hold FILE: it can be written by others, but neither renamed nor deleted
    System::Call 'kernel32::CreateFileW(w "$6", i 0x80000000, i 3, p 0, i 3, i 0, p 0) p .r7'
    Call RunUntilAsked
  ${ElseIf} $5 == "--read" ; --read FILE: nobody else can write it meanwhile
    FileOpen $7 $6 r
    Call RunUntilAsked
  ${ElseIf} $5 == "--close"
    ${If} ${FileExists} "$Folder\stays"
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileOpen $1 "$Folder\ask" w
    FileClose $1
    ${For} $1 1 100
      ${IfNot} ${FileExists} "$Folder\running"
        ${Break}
      ${EndIf}
      Sleep 50
    ${Next}
    Delete "$Folder\ask"
  ${EndIf}
  SetErrorLevel 0
SectionEnd
