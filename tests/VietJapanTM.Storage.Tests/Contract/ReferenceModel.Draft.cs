using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

/// <content>A change as it is applied, operation by operation.</content>
internal sealed partial class ReferenceModel
{
    private sealed class Draft(ReferenceModel model, State state, string author, DateTimeOffset time, IReadOnlyList<string> answered)
    {
        private readonly long _revision = model.Revision + 1;

        public State State { get; private set; } = state;

        public int Written { get; private set; }

        public List<string> Units { get; } = [];

        public ErrorCode? Apply(ChangeOperation operation) => operation switch
        {
            ChangeOperation.PutMemory put => PutMemory(put),
            ChangeOperation.DeleteMemory delete => DeleteMemory(delete.MemoryId, delete.Force),
            ChangeOperation.PutUnit put => PutUnit(put.Unit, put.ExpectedRevision),
            ChangeOperation.EditUnit edit => EditUnit(edit),
            ChangeOperation.DeleteUnit delete => IsIn(delete.UnitId, delete.MemoryId) ? EndUnit(delete.UnitId) : ErrorCode.UnitNotFound,
            ChangeOperation.PutDocument put => PutDocument(put.Document),
            ChangeOperation.DeleteDocument delete => DeleteDocument(delete.DocumentId),
            ChangeOperation.PutConcept put => PutConcept(put),
            ChangeOperation.EditConcept edit => EditConcept(edit),
            ChangeOperation.DeleteConcept delete => DeleteConcept(delete.ConceptId),
            ChangeOperation.Revert revert => Revert(revert),
            _ => throw new InvalidOperationException(),
        };

        private ErrorCode? PutMemory(ChangeOperation.PutMemory put)
        {
            var live = State.Memories.GetValueOrDefault(put.Memory.Id);
            if (live is not null && put.CreateOnly)
            {
                return ErrorCode.AlreadyExists;
            }

            if (live is not null && put.KeepExisting)
            {
                return null;
            }

            var version = put.Memory with { CreateTime = live?.CreateTime ?? time, Revision = _revision };
            if (live is null || Expect.Shown(live with { Revision = _revision }) != Expect.Shown(version))
            {
                State = State with { Memories = State.Memories.SetItem(version.Id, version), Deleted = State.Deleted.Remove(version.Id) };
                Written++;
            }

            return null;
        }

        private ErrorCode? DeleteMemory(string id, bool force)
        {
            if (!State.Memories.TryGetValue(id, out var memory))
            {
                return ErrorCode.MemoryNotFound;
            }

            var units = State.Units.Values.Where(u => u.MemoryId == id).ToList();
            var documents = State.Documents.Values.Where(d => d.MemoryId == id).ToList();
            if (!force && units.Count + documents.Count > 0)
            {
                return ErrorCode.MemoryNotEmpty;
            }

            units.ForEach(u => EndUnit(u.Id));
            State = State with
            {
                Documents = State.Documents.RemoveRange(documents.Select(d => d.Id)),
                Memories = State.Memories.Remove(id),
                Deleted = State.Deleted.SetItem(id, (memory, _revision)),
            };
            Written += documents.Count + 1;
            return null;
        }

        private ErrorCode? PutUnit(TranslationUnit unit, long? expected)
        {
            if (!State.Memories.ContainsKey(unit.MemoryId))
            {
                return ErrorCode.MemoryNotFound;
            }

            var byKey = State.Units.Values.FirstOrDefault(u => unit.Key is not null && u.Key == unit.Key && u.MemoryId == unit.MemoryId);
            var live = unit.Id.Length > 0 ? State.Units.GetValueOrDefault(unit.Id) : byKey;
            if (unit.Id.Length > 0 && live is null)
            {
                return ErrorCode.UnitNotFound;
            }

            if (live is not null && live.MemoryId != unit.MemoryId)
            {
                return ErrorCode.ArgumentInvalid;
            }

            if (live is not null && byKey is not null && byKey.Id != live.Id)
            {
                return ErrorCode.AlreadyExists;
            }

            live ??= unit.Key is null ? State.Units.Values.FirstOrDefault(u => u.MemoryId == unit.MemoryId && Content(u) == Content(unit)) : null;
            if (live is not null && unit.Id.Length == 0 && unit.Key is null)
            {
                Units.Add(live.Id);
                return null;
            }

            if (expected is not null && expected != (live?.Revision ?? 0))
            {
                return ErrorCode.RevisionStale;
            }

            Write(live, unit);
            return null;
        }

        private bool IsIn(string id, string? memory) => State.Units.TryGetValue(id, out var live) && (memory is null || live.MemoryId == memory);

        private ErrorCode? EditUnit(ChangeOperation.EditUnit edit) =>
            !IsIn(edit.UnitId, edit.MemoryId) ? ErrorCode.UnitNotFound
            : edit.ExpectedRevision is { } expected && expected != State.Units[edit.UnitId].Revision ? ErrorCode.RevisionStale
            : PutUnit(edit.Edit(State.Units[edit.UnitId]), null);

        private void Write(TranslationUnit? live, TranslationUnit unit)
        {
            var version = unit with
            {
                Id = live?.Id ?? NewId(),
                Revision = _revision,
                DocumentId = unit.DocumentId ?? live?.DocumentId,
                Variants = [.. unit.Variants.Select((v, i) => Completed(v, unit.Variants.Take(i).Count(w => w.Language == v.Language), live))],
            };
            if (live is null || Expect.Shown(live with { Revision = _revision }) != Expect.Shown(version))
            {
                State = State with { Units = State.Units.SetItem(version.Id, version) };
                Written++;
            }

            Units.Add(version.Id);
        }

        private Variant Completed(Variant variant, int place, TranslationUnit? live)
        {
            var rivals = live?.Variants.Where(v => v.Language == variant.Language).ToList() ?? [];
            var same = rivals.Find(v => v.Text == variant.Text);
            var before = same ?? rivals.ElementAtOrDefault(place);
            var result = variant with
            {
                Author = variant.Author.Length > 0 ? variant.Author : same?.Author ?? author,
                CreateTime = variant.CreateTime ?? same?.CreateTime ?? time,
                Position = variant.Position ?? before?.Position,
                Previous = variant.Previous ?? before?.Previous,
                Next = variant.Next ?? before?.Next,
            };
            if (variant.UpdateTime is null || variant.UpdateTime == before?.UpdateTime)
            {
                var kept = result with { UpdateTime = same?.UpdateTime };
                result = same is not null && Expect.Shown(kept) == Expect.Shown(same with { Position = kept.Position, Previous = kept.Previous, Next = kept.Next, CreateTime = kept.CreateTime })
                    ? kept
                    : result with { UpdateTime = time };
            }

            return result;
        }

        private string NewId()
        {
            if (answered.Count == 0)
            {
                // The store refused the change; any name does until the model finds out why.
                return $"v-{Units.Count}";
            }

            var id = answered[Units.Count];
            Assert.True(string.CompareOrdinal(id, model._everyUnit.Max ?? "") > 0);
            return id;
        }

        private static string Content(TranslationUnit unit) =>
            Expect.Shown(new { unit.DocumentId, Texts = unit.Variants.OrderBy(v => v.Language).Select(v => new { v.Language, v.Text, v.Tags }) });

        private ErrorCode? EndUnit(string id)
        {
            State = State with { Units = State.Units.Remove(id) };
            Written++;
            return null;
        }

        private ErrorCode? PutDocument(Document document)
        {
            if (!State.Memories.ContainsKey(document.MemoryId))
            {
                return ErrorCode.MemoryNotFound;
            }

            var live = State.Documents.GetValueOrDefault(document.Id);
            var version = document with { CreateTime = live?.CreateTime ?? time, Revision = _revision };
            if (live is null || Expect.Shown(live with { Revision = _revision }) != Expect.Shown(version))
            {
                State = State with { Documents = State.Documents.SetItem(version.Id, version) };
                Written++;
            }

            return null;
        }

        private ErrorCode? DeleteDocument(string id)
        {
            if (!State.Documents.ContainsKey(id))
            {
                return ErrorCode.DocumentNotFound;
            }

            State = State with { Documents = State.Documents.Remove(id) };
            Written++;
            foreach (var unit in State.Units.Values.Where(u => u.DocumentId == id))
            {
                EndUnit(unit.Id);
            }

            return null;
        }

        private ErrorCode? PutConcept(ChangeOperation.PutConcept put)
        {
            var live = State.Concepts.GetValueOrDefault(put.Concept.Id);
            if (live is not null && put.CreateOnly)
            {
                return ErrorCode.AlreadyExists;
            }

            if (put.ExpectedRevision is { } expected && expected != (live?.Revision ?? 0))
            {
                return ErrorCode.RevisionStale;
            }

            var version = put.Concept with { Revision = _revision };
            if (live is null || Expect.Shown(live with { Revision = _revision }) != Expect.Shown(version))
            {
                State = State with { Concepts = State.Concepts.SetItem(version.Id, version) };
                Written++;
            }

            return null;
        }

        private ErrorCode? EditConcept(ChangeOperation.EditConcept edit) => State.Concepts.TryGetValue(edit.ConceptId, out var live)
            ? PutConcept(new ChangeOperation.PutConcept(edit.Edit(live), edit.ExpectedRevision))
            : ErrorCode.ConceptNotFound;

        private ErrorCode? Revert(ChangeOperation.Revert revert)
        {
            if (revert.Revision < 1 || revert.Revision > model.Revision)
            {
                return ErrorCode.ChangeSetNotFound;
            }

            var (before, after) = (model.At(revert.Revision - 1), model.At(revert.Revision));
            var touched = Touched(before.Units, after.Units);
            bool KeyIsTaken(TranslationUnit unit) => State.Units.Values.Any(
                u => unit.Key is not null && u.Key == unit.Key && u.MemoryId == unit.MemoryId && u.Id != unit.Id && !touched.Contains(u.Id));
            var conflict = false;
            var units = Undo(before.Units, after.Units, State.Units, (u, r) => u with { Revision = r }, ref conflict, KeyIsTaken);
            var documents = Undo(before.Documents, after.Documents, State.Documents, (d, r) => d with { Revision = r }, ref conflict);
            var concepts = Undo(before.Concepts, after.Concepts, State.Concepts, (c, r) => c with { Revision = r }, ref conflict);
            if (conflict && !revert.SkipConflicts)
            {
                return ErrorCode.RevertConflict;
            }

            var back = State.Deleted.Where(d => d.Value.Revision == revert.Revision).ToList();
            Written += back.Count;
            State = State with
            {
                Units = units,
                Documents = documents,
                Concepts = concepts,
                Memories = State.Memories.SetItems(back.Select(d => KeyValuePair.Create(d.Key, d.Value.Memory with { Revision = _revision }))),
                Deleted = State.Deleted.RemoveRange(back.Select(d => d.Key)),
            };
            var isHomeless = units.Values.Any(u => !State.Memories.ContainsKey(u.MemoryId)) || documents.Values.Any(d => !State.Memories.ContainsKey(d.MemoryId));
            return isHomeless ? ErrorCode.MemoryNotFound : null;
        }

        private static HashSet<string> Touched<T>(ImmutableSortedDictionary<string, T> before, ImmutableSortedDictionary<string, T> after) =>
            [.. before.Keys.Union(after.Keys).Where(id => Expect.Shown(before.GetValueOrDefault(id)) != Expect.Shown(after.GetValueOrDefault(id)))];

        private ImmutableSortedDictionary<string, T> Undo<T>(
            ImmutableSortedDictionary<string, T> before,
            ImmutableSortedDictionary<string, T> after,
            ImmutableSortedDictionary<string, T> live,
            Func<T, long, T> at,
            ref bool conflict,
            Func<T, bool>? isBarred = null)
            where T : class
        {
            string Content(T? version) => version is null ? "" : Expect.Shown(at(version, 0));
            var result = live;
            foreach (var id in Touched(before, after))
            {
                var (was, now) = (before.GetValueOrDefault(id), live.GetValueOrDefault(id));
                if (Content(was) == Content(now))
                {
                    continue;
                }

                if (Content(now) != Content(after.GetValueOrDefault(id)) || (was is not null && isBarred?.Invoke(was) == true))
                {
                    conflict = true;
                    continue;
                }

                result = was is null ? result.Remove(id) : result.SetItem(id, at(was, _revision));
                Written++;
            }

            return result;
        }

        private ErrorCode? DeleteConcept(string id)
        {
            if (!State.Concepts.ContainsKey(id))
            {
                return ErrorCode.ConceptNotFound;
            }

            State = State with { Concepts = State.Concepts.Remove(id) };
            Written++;
            return null;
        }
    }
}
